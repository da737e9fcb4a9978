using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Api;
using ServerlessIct.App.Api.Description;

namespace ServerlessIct.App.Tests.Api;

public sealed class OperationTests
{
    [Fact]
    public void Every_function_that_answers_requests_is_described_and_nothing_else_is()
    {
        var functions =
            from method in typeof(ApiGate).Assembly.GetTypes().SelectMany(t => t.GetMethods())
            let function = method.GetCustomAttribute<FunctionAttribute>()
            let trigger = method.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>().FirstOrDefault()
            where function is not null && trigger is not null && function.Name is not (FallbackFunction.Name or nameof(GetStart))
            let methods = trigger.Methods!.Where(m => m != "head")
            select $"{function.Name} {string.Join(' ', methods)} {trigger.Route}";
        var described = Operations.All.Select(o => $"{o.Id} {o.Method} {Routes.Prefix}{o.Route}");

        described.Order(StringComparer.Ordinal).ShouldBe(functions.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_writes_is_guarded_by_the_host_and_what_reads_by_the_gate()
    {
        foreach (var method in typeof(ApiGate).Assembly.GetTypes().SelectMany(t => t.GetMethods()))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is not { } function) continue;
            if (Operations.All.FirstOrDefault(o => o.Id == function.Name) is not { } operation) continue;
            var trigger = method.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>().Single();
            trigger.AuthLevel.ShouldBe(operation.Access == Access.Write ? AuthorizationLevel.Function : AuthorizationLevel.Anonymous, function.Name);
            (operation.Access == Access.Write).ShouldBe(operation.Method != "get", function.Name);
        }
    }

    [Fact]
    public void A_parameter_of_a_path_is_described() => Operations.All.ShouldAllBe(o =>
        o.Path.Split('{', StringSplitOptions.None).Skip(1).All(part => o.Parameters.Any(p => p.Name == part.Substring(0, part.IndexOf('}', StringComparison.Ordinal)))));
}
