using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Routing.Patterns;
using ServerlessIct.Local.Worker.Binding;

namespace ServerlessIct.Local.Worker.Http;

/// <summary>Values of a route as arguments. A type other than string needs the constraint that makes the text fit it.</summary>
static class RouteValue
{
    static readonly Dictionary<Type, (string Constraint, Func<string, object> Read)> Readers = new()
    {
        [typeof(int)] = ("int", text => int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture)),
        [typeof(long)] = ("long", text => long.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture)),
        [typeof(decimal)] = ("decimal", text => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture)),
        [typeof(double)] = ("double", text => double.Parse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture)),
        [typeof(bool)] = ("bool", text => bool.Parse(text)),
        [typeof(Guid)] = ("guid", text => Guid.Parse(text)),
        [typeof(DateTime)] = ("datetime", text => DateTime.Parse(text, CultureInfo.InvariantCulture)),
    };

    /// <summary>Why text of the route might not fit the parameter, or null.</summary>
    public static string? Problem(ParameterInfo parameter, RoutePatternParameterPart placed)
    {
        var type = TypeOf(parameter);
        if (type == typeof(string))
            return null;
        if (!Readers.TryGetValue(type, out var reader))
            return $"a place of the route cannot be bound to {type.Name}; it can be string, int, long, decimal, double, bool, Guid or DateTime.";
        if (placed.ParameterPolicies.All(p => p.Content != reader.Constraint))
            return $"the text of {{{placed.Name}}} in the route may not fit {type.Name}; write {{{placed.Name}:{reader.Constraint}}}.";
        return placed.IsOptional && !parameter.HasDefaultValue && type == parameter.ParameterType
            ? $"the text of {{{placed.Name}}} in the route may be absent; make the parameter nullable or give it a default value."
            : null;
    }

    /// <summary>The argument of a parameter that a route has a place for.</summary>
    public static ParameterSource SourceFor(ParameterInfo parameter, RoutePatternParameterPart placed)
    {
        var name = placed.Name;
        var absent = parameter.HasDefaultValue ? parameter.DefaultValue : null;
        var read = Readers.TryGetValue(TypeOf(parameter), out var reader) ? reader.Read : static text => text;
        return i => new(TextOf(i, name) is { Length: > 0 } text ? read(text) : absent);
    }

    static Type TypeOf(ParameterInfo parameter) => Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;

    static string? TextOf(Hosting.Invocation invocation, string name) =>
        invocation.BindingContext.BindingData.TryGetValue(name, out var value) ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
}
