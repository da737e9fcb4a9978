using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace ServerlessIct.Local.Worker.Tests.Api;

/// <summary>
/// The stand-in may have less than the official packages, never more. PublicApi.txt was compared with the sources of
/// Azure/azure-functions-dotnet-worker; a new line there needs the same comparison.
/// </summary>
public sealed class PublicApiTests
{
    [Fact]
    public void What_is_public_is_what_was_compared_with_the_official_api()
    {
        using var file = new StreamReader(typeof(PublicApiTests).Assembly.GetManifestResourceStream("PublicApi.txt")!);
        var approved = file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        var actual = typeof(FunctionAttribute).Assembly.GetExportedTypes().SelectMany(Lines).Order(StringComparer.Ordinal).ToArray();

        actual.ShouldBe(approved);
    }

    static IEnumerable<string> Lines(Type type)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var name = NameOf(type);
        yield return $"{name} : {string.Join(", ", new[] { type.BaseType }.Concat(type.GetInterfaces()).OfType<Type>().Select(NameOf).Order(StringComparer.Ordinal))}{(type.IsSealed ? " sealed" : "")}{(type.IsAbstract ? " abstract" : "")}";
        if (type.IsEnum || typeof(Delegate).IsAssignableFrom(type))
        {
            foreach (var value in type.IsEnum ? Enum.GetNames(type) : [])
                yield return $"{name}.{value} = {Convert.ToInt32(Enum.Parse(type, value), null).ToString(provider: null)}";
            yield break;
        }

        foreach (var member in type.GetMembers(all))
        {
            var line = member switch
            {
                ConstructorInfo { IsPublic: true } constructor => $"{name}({Parameters(constructor)})",
                MethodInfo { IsPublic: true, IsSpecialName: false } method => $"{name}.{method.Name}{Arity(method)}({Parameters(method)}) : {NameOf(method.ReturnType)}{Kind(method)}",
                PropertyInfo property when IsPublic(property.GetMethod) => $"{name}.{property.Name} : {NameOf(property.PropertyType)} {{ get;{(IsPublic(property.SetMethod) ? " set;" : "")} }}{Kind(property.GetMethod!)}",
                FieldInfo { IsPublic: true } field => $"{name}.{field.Name} : {NameOf(field.FieldType)}",
                _ => null,
            };
            if (line is not null)
                yield return line;
        }
    }

    static bool IsPublic(MethodInfo? method) => method is { IsPublic: true };

    static string Kind(MethodInfo method) => method.IsStatic ? " static" : method.IsAbstract ? " abstract" : method is { IsVirtual: true, IsFinal: false } ? " virtual" : "";

    static string Arity(MethodInfo method) => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(NameOf))}>" : "";

    static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p =>
        $"{(p.GetCustomAttribute<ParamArrayAttribute>() is null ? "" : "params ")}{NameOf(p.ParameterType)} {p.Name}{(p.HasDefaultValue ? "?" : "")}"));

    static string NameOf(Type type)
    {
        if (type.IsGenericParameter)
            return type.Name;
        if (type.IsArray)
            return NameOf(type.GetElementType()!) + "[]";
        var name = type.FullName?.StartsWith("Microsoft.Azure.", StringComparison.Ordinal) == true || type.FullName?.StartsWith("Microsoft.Extensions.Hosting.Middleware", StringComparison.Ordinal) == true ? $"{type.Namespace}.{type.Name}" : type.Name;
        return type.IsGenericType ? $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>" : name;
    }
}
