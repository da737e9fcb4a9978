using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Api;

namespace ServerlessIct.App.Tests.Api;

/// <summary>The Functions host takes the first route that matches, in the alphabetical order of the functions' names.</summary>
public sealed class RouteOrderTests
{
    [Fact]
    public void No_function_takes_the_requests_of_one_whose_name_comes_later()
    {
        var routes = HttpFunctions().ToList();

        routes.Count.ShouldBeGreaterThan(20);
        Shadowed(routes).ShouldBeEmpty();
    }

    [Fact]
    public void The_fallback_is_asked_last_and_takes_every_method()
    {
        var last = HttpFunctions().MaxBy(f => f.Name, StringComparer.OrdinalIgnoreCase).ShouldNotBeNull();

        (last.Name, last.Route).ShouldBe((FallbackFunction.Name, Routes.Prefix + "{*path}"));
        last.Methods.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("AnswerOther")]
    [InlineData("getAnything")]
    public void A_fallback_whose_name_comes_early_is_found(string name) =>
        Shadowed([.. HttpFunctions().Where(f => f.Name != FallbackFunction.Name), new HttpFunction(name, Routes.Prefix + "{*path}", [])])
            .ShouldContain($"{name} shadows PutDocument");

    [Theory]
    [InlineData("get", "documents/{id}", "get", "documents/latest", true)]
    [InlineData("get", "documents/latest", "get", "documents/{id}", false)]
    [InlineData("get", "documents/{id}", "get", "documents/{*name}", true)]
    [InlineData("delete", "documents/{id}", "put", "documents/{*name}", false)]
    [InlineData("get", "documents/{*name}", "get", "documents", true)]
    [InlineData("get", "documents/{id}", "get", "documents/{id}/text", false)]
    [InlineData("get", "observations/{province}/{indicator}/{*period}", "get", "observations/{province}", false)]
    [InlineData("get", "observations/{province}/{*rest}", "get", "observations/{province}/{indicator}/{*period}", true)]
    [InlineData("get", "DATA", "get", "data", true)]
    [InlineData("", "data", "get", "data", true)]
    public void A_route_is_shadowed_by_an_earlier_one_that_matches_its_paths(string method, string earlier, string laterMethod, string later, bool isShadowed) =>
        Shadowed([new HttpFunction("A", earlier, Methods(method)), new HttpFunction("b", later, Methods(laterMethod))]).Count.ShouldBe(isShadowed ? 1 : 0);

    static IReadOnlyList<string> Methods(string method) => method.Length == 0 ? [] : [method];

    static IEnumerable<HttpFunction> HttpFunctions() =>
        from type in typeof(FallbackFunction).Assembly.GetTypes()
        from method in type.GetMethods()
        let function = method.GetCustomAttribute<FunctionAttribute>()
        let trigger = method.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(t => t is not null)
        where function is not null && trigger is not null
        select new HttpFunction(function.Name, trigger.Route!, trigger.Methods ?? []);

    /// <summary>Which functions the host would never call for some of their paths.</summary>
    static IReadOnlyList<string> Shadowed(IEnumerable<HttpFunction> functions)
    {
        var ordered = functions.OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase).ToList();
        return [.. ordered.SelectMany((later, place) => ordered.Take(place).Where(earlier => earlier.Shadows(later)).Select(earlier => $"{earlier.Name} shadows {later.Name}"))];
    }

    /// <param name="Name">The name of the function.</param>
    /// <param name="Route">Its template.</param>
    /// <param name="Methods">The methods that it takes; empty for all.</param>
    sealed record HttpFunction(string Name, string Route, IReadOnlyList<string> Methods)
    {
        public bool Shadows(HttpFunction later)
        {
            var isOfOtherMethods = Methods.Count > 0 && later.Methods.Count > 0 && !Methods.Intersect(later.Methods, StringComparer.OrdinalIgnoreCase).Any();
            if (isOfOtherMethods) return false;
            var matcher = new TemplateMatcher(TemplateParser.Parse(Route), []);
            return later.Paths().Any(path => matcher.TryMatch(new PathString(path), []));
        }

        /// <summary>Paths that the template matches: a catch-all stands for no, one or two segments.</summary>
        IEnumerable<string> Paths() => ((string[])["", "/any", "/any/other"]).Select(rest => TemplateParser.Parse(Route).Segments.Aggregate(
            "", (path, segment) => segment.Parts[0] switch
            {
                { IsCatchAll: true } => path + rest,
                { IsParameter: true } => path + "/any",
                _ => $"{path}/{string.Concat(segment.Parts.Select(p => p.Text))}",
            }));
    }
}
