using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.Local.Worker.Binding;
using ServerlessIct.Local.Worker.Hosting;

namespace ServerlessIct.Local.Worker.Http;

/// <summary>A function for the requests of a route.</summary>
sealed class HttpTrigger(RoutePattern route, IReadOnlyList<string>? methods, AuthorizationLevel level) : Trigger
{
    /// <summary>What the host itself answers.</summary>
    static readonly string[] Reserved = ["admin", "runtime"];

    public RoutePattern Route => route;

    /// <summary>Upper-case methods; null for any.</summary>
    public IReadOnlyList<string>? Methods => methods;

    public AuthorizationLevel Level => level;

    public override string Kind => "httpTrigger";

    public override string ValueTypes => "HttpRequest";

    public override IReadOnlyCollection<string> DataNames => [.. route.Parameters.Select(p => p.Name)];

    public static HttpTrigger? Read(string function, MethodInfo method, HttpTriggerAttribute attribute, string prefix, Action<string> problem)
    {
        if (!IsAnswer(method.ReturnType))
            problem($"{TypeName.Of(method.ReturnType)} is not an answer to a request; return IActionResult or IResult, or a Task or ValueTask of one.");
        if (attribute.AuthLevel is AuthorizationLevel.User || !Enum.IsDefined(attribute.AuthLevel))
            problem($"the level {attribute.AuthLevel} is not one that keys can meet; use Anonymous, Function, System or Admin.");
        foreach (var odd in (attribute.Methods ?? []).Where(m => m.Length == 0 || !m.All(char.IsAsciiLetter)))
            problem($"'{odd}' is not an HTTP method.");
        var template = string.IsNullOrEmpty(attribute.Route) ? function : attribute.Route.Trim('/');
        if (prefix.Length > 0)
            template = $"{prefix}/{template}";
        try
        {
            var route = RoutePatternFactory.Parse(template);
            if (route.PathSegments.Count > 0 && route.PathSegments[0].Parts is [RoutePatternLiteralPart first] && Reserved.Contains(first.Content, StringComparer.OrdinalIgnoreCase))
                problem($"the route '{template}' begins with '{first.Content}', which is the host's own.");
            return new HttpTrigger(route, attribute.Methods is { Length: > 0 } named ? [.. named.Select(m => m.ToUpperInvariant())] : null, attribute.AuthLevel);
        }
        catch (RoutePatternException e)
        {
            problem($"the route '{template}' is not one: {e.Message}");
            return null;
        }
    }

    public override ParameterSource? ValueAs(Type type) =>
        type == typeof(HttpRequest) ? static i => new(((HttpContext)i.TriggerValue).Request) : null;

    public override ParameterSource? DataFor(ParameterInfo parameter)
    {
        var placed = route.GetParameter(parameter.Name!);
        return placed is null || RouteValue.Problem(parameter, placed) is not null ? null : RouteValue.SourceFor(parameter, placed);
    }

    public override string? WhyNoData(ParameterInfo parameter) =>
        route.GetParameter(parameter.Name!) is { } placed ? RouteValue.Problem(parameter, placed) : null;

    /// <summary>What a run of the function for this request gets.</summary>
    public static TriggerEvent EventFor(HttpContext http) =>
        new(http, new Dictionary<string, object?>(http.GetRouteData().Values, StringComparer.OrdinalIgnoreCase), $"{http.Request.Method} {http.Request.Path}");

    static bool IsAnswer(Type returned)
    {
        var answer = returned.IsGenericType && (returned.GetGenericTypeDefinition() == typeof(Task<>) || returned.GetGenericTypeDefinition() == typeof(ValueTask<>))
            ? returned.GetGenericArguments()[0]
            : returned;
        return typeof(IActionResult).IsAssignableFrom(answer) || typeof(IResult).IsAssignableFrom(answer)
            || returned == typeof(void) || returned == typeof(Task) || returned == typeof(ValueTask);
    }
}
