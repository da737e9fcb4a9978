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

    /// <summary>The argument of a parameter that a route has a place for, or null where text of the route might not fit its type.</summary>
    public static ParameterSource? SourceFor(ParameterInfo parameter, RoutePatternParameterPart placed)
    {
        var name = placed.Name;
        var absent = parameter.HasDefaultValue ? parameter.DefaultValue : null;
        if (parameter.ParameterType == typeof(string))
            return i => new(TextOf(i, name) ?? absent);
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var mayBeAbsent = placed.IsOptional && !parameter.HasDefaultValue && type == parameter.ParameterType;
        if (mayBeAbsent || !Readers.TryGetValue(type, out var reader) || placed.ParameterPolicies.All(p => p.Content != reader.Constraint))
            return null;
        return i => new(TextOf(i, name) is { Length: > 0 } text ? reader.Read(text) : absent);
    }

    static string? TextOf(Hosting.Invocation invocation, string name) =>
        invocation.BindingContext.BindingData.TryGetValue(name, out var value) ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
}
