using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Options;
using ServerlessIct.Local.Worker.Hosting;

namespace ServerlessIct.Local.Worker.Http;

/// <summary>Maps HTTP functions to their routes.</summary>
sealed class HttpEndpoints(FunctionCatalog functions, FunctionRunner runner, FunctionKeys keys, IOptions<RouteOptions> routing)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var (function, trigger) in functions.With<HttpTrigger>())
        {
            var endpoint = new HttpFunctionEndpoint(function, trigger, runner, keys);
            var mapped = routes.Map(trigger.Route, endpoint.AnswerAsync).WithDisplayName(function.Name);
            if (trigger.Methods is { } methods)
                mapped.WithMetadata(new HttpMethodMetadata(methods));
        }
    }

    /// <summary>What would fail at the first request only: constraints that nobody knows, routes that two functions claim.</summary>
    public void Check(StartupProblems problems)
    {
        foreach (var (function, trigger) in functions.With<HttpTrigger>())
        {
            foreach (var constraint in trigger.Route.Parameters.SelectMany(p => p.ParameterPolicies).Select(NameOf).Where(name => !routing.Value.ConstraintMap.ContainsKey(name)))
                problems.Add(function.Name, null, $"the route '{trigger.Route.RawText}' has the constraint '{constraint}', which does not exist.");
        }

        var claims =
            from f in functions.With<HttpTrigger>()
            from method in f.Trigger.Methods ?? ["any method"]
            group f by (method, Shape: ShapeOf(f.Trigger.Route)) into claim
            where claim.Count() > 1
            select claim;
        foreach (var claim in claims)
            problems.Add($"Functions {string.Join(" and ", claim.Select(f => $"'{f.Function.Name}'"))} have the same route '{claim.First().Trigger.Route.RawText}' for {claim.Key.method}.");
    }

    static string NameOf(RoutePatternParameterPolicyReference policy) => (policy.Content ?? "").Split('(', 2)[0];

    /// <summary>The route without the names of its parameters, which do not tell two routes apart.</summary>
    static string ShapeOf(RoutePattern route) => string.Join('/', route.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content.ToUpperInvariant(),
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart p => $"{{{(p.IsCatchAll ? "*" : "")}{string.Join(':', p.ParameterPolicies.Select(policy => policy.Content))}}}",
        _ => "",
    }))));
}
