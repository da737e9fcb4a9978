using System.Globalization;
using System.Reflection;

namespace ServerlessIct.Azure.Tests.Surface;

/// <summary>
/// One line for every public type and member of an assembly: parameter names, defaults, and (where the official package annotates it) which
/// references may be null. Two surfaces with the same lines compile the same sources.
/// </summary>
sealed class SurfaceLines(bool isAnnotated)
{
    const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    readonly NullabilityInfoContext nullability = new();

    public IEnumerable<string> Of(Type type)
    {
        yield return TypeLine(type);
        if (type.IsEnum)
        {
            foreach (var name in Enum.GetNames(type))
                yield return string.Create(CultureInfo.InvariantCulture, $"{Name(type)}.{name} = {Convert.ToInt32(Enum.Parse(type, name), CultureInfo.InvariantCulture)}");
        }
        else if (!typeof(Delegate).IsAssignableFrom(type))
        {
            foreach (var member in type.GetMembers(Declared))
                if (Of(member) is { } line) yield return line;
        }
    }

    /// <summary>The line of a public or inheritable member; null for others, and for the accessors of properties.</summary>
    public string? Of(MemberInfo member) => member switch
    {
        ConstructorInfo { IsPublic: true } c => $"{Name(c.DeclaringType!)}({Parameters(c)})",
        MethodInfo { IsPublic: true, IsSpecialName: false } m =>
            $"{Name(m.DeclaringType!)}.{m.Name}{Arity(m)}({Parameters(m)}) : {Reference(m.ReturnType, () => nullability.Create(m.ReturnParameter))}{Kind(m)}",
        MethodInfo { IsPublic: true, Name: "op_Equality" or "op_Inequality" or "op_Implicit" } m => $"{Name(m.DeclaringType!)}.{m.Name}({Parameters(m)}) : {Name(m.ReturnType)}{Kind(m)}",
        PropertyInfo p when IsPublic(p.GetMethod) =>
            $"{Name(p.DeclaringType!)}.{p.Name}{Index(p)} : {Reference(p.PropertyType, () => nullability.Create(p))} {{ get;{(IsPublic(p.SetMethod) ? " set;" : "")} }}{Kind(p.GetMethod!)}",
        FieldInfo { IsPublic: true } f => $"{Name(f.DeclaringType!)}.{f.Name} : {Name(f.FieldType)}",
        _ => null,
    };

    static string TypeLine(Type type)
    {
        var bases = new[] { type.BaseType }.OfType<Type>().Where(b => b != typeof(object) && b != typeof(ValueType) && b != typeof(Enum)).Concat(Own(type))
            .Select(Name).Order(StringComparer.Ordinal);
        var kind = type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
            : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class";
        return $"{kind} {Name(type)}{(type.IsEnum ? "" : string.Concat(bases.Select((b, i) => (i == 0 ? " : " : ", ") + b)))}";
    }

    /// <summary>Interfaces of the packages; those of the framework follow from members.</summary>
    static IEnumerable<Type> Own(Type type) => type.GetInterfaces().Where(i => i.Namespace?.StartsWith("System", StringComparison.Ordinal) == false);

    static bool IsPublic(MethodInfo? method) => method is { IsPublic: true };

    static string Kind(MethodInfo m) => m.IsStatic ? " static" : m.IsAbstract ? " abstract" : m is { IsVirtual: true, IsFinal: false } ? " virtual" : "";

    /// <summary>Type parameters, each with what it must be.</summary>
    static string Arity(MethodInfo m) => m.IsGenericMethod ? $"<{string.Join(", ", m.GetGenericArguments().Select(Constrained))}>" : "";

    static string Constrained(Type parameter)
    {
        var constraints = parameter.GetGenericParameterConstraints().Select(Name)
            .Prepend(parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? "class" : "").Where(c => c.Length > 0).ToList();
        return parameter.Name + (constraints.Count == 0 ? "" : $": {string.Join(" & ", constraints)}");
    }

    static string Index(PropertyInfo p) => p.GetIndexParameters() is [var i] ? $"[{Name(i.ParameterType)} {i.Name}]" : "";

    string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p =>
        $"{(p.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "")}{Reference(p.ParameterType, () => nullability.Create(p))} {p.Name}{Default(p)}"));

    static string Default(ParameterInfo p) => !p.HasDefaultValue ? "" : p.RawDefaultValue switch
    {
        null => p.ParameterType.IsValueType && Nullable.GetUnderlyingType(p.ParameterType) is null ? " = default" : " = null",
        _ when p.ParameterType.IsEnum => $" = {Enum.ToObject(p.ParameterType, p.RawDefaultValue)}",
        var value => string.Create(CultureInfo.InvariantCulture, $" = {value}"),
    };

    string Reference(Type type, Func<NullabilityInfo> info)
    {
        return isAnnotated ? Annotated(type, info()) : Name(type);
    }

    /// <summary>The name with a question mark behind each reference that may be null, inside of generic types too.</summary>
    static string Annotated(Type type, NullabilityInfo info)
    {
        if (Nullable.GetUnderlyingType(type) is not null) return Name(type);
        // Of a type parameter nothing is known here: it may stand for either.
        var mark = !type.IsValueType && !type.IsGenericParameter && (info.WriteState == NullabilityState.Nullable || info.ReadState == NullabilityState.Nullable) ? "?" : "";
        if (type.IsArray && info.ElementType is { } element) return Annotated(type.GetElementType()!, element) + "[]" + mark;
        if (!type.IsGenericType) return Name(type) + mark;
        var arguments = type.GetGenericArguments().Zip(info.GenericTypeArguments, Annotated);
        return $"{Name(type).Split('<')[0]}<{string.Join(", ", arguments)}>{mark}";
    }

    public static string Name(Type type)
    {
        if (type.IsGenericParameter) return type.Name;
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } value) return Name(value) + "?";
        var simple = type.Name.Split('`')[0];
        var full = type.IsNested ? $"{Name(type.DeclaringType!)}.{simple}" : type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true ? simple : $"{type.Namespace}.{simple}";
        return type.IsGenericType ? $"{full}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : full;
    }
}
