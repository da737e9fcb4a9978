using ServerlessIct.Local.Host.Rpc;
using ServerlessIct.Local.Host.Settings;
using ServerlessIct.Local.Host.Triggers;

namespace ServerlessIct.Local.Host.Tests.Triggers;

public sealed class HostedFunctionTests
{
    static IReadOnlyList<HostedFunction> Read(Dictionary<string, string> settings, params (string Name, string[] Bindings)[] functions) =>
        HostedFunction.Read(functions.Select(f => new RpcFunctionMetadata { Name = f.Name, RawBindings = { f.Bindings } }), HostSettings.Read("none", settings));

    [Theory]
    [InlineData("""{"name":"message","type":"serviceBusTrigger"}""", "The function F, parameter message, has a trigger of type serviceBusTrigger. This host has blob, queue, timer and HTTP triggers, and no other bindings.")]
    [InlineData("""{"name":"timer","type":"timerTrigger","schedule":"%When%"}""", "The function F, parameter timer, needs the setting When (%When%), which is not set.")]
    [InlineData("""{"name":"blob","type":"blobTrigger","path":"a/{name}","connection":"Elsewhere"}""", "The function F, parameter blob, needs the storage connection Elsewhere, which is not set: set Elsewhere to a connection string.")]
    [InlineData("""{"name":"r","type":"httpTrigger","route":"/Administration/x"}""", "The function F, parameter r, has the route 'Administration/x'; routes that begin with admin or runtime are the host's own.")]
    [InlineData("""{"name":"out","type":"queue"}""", "The function F has no trigger.")]
    public void What_this_host_cannot_run_is_told_with_function_and_parameter(string binding, string message) =>
        Should.Throw<FunctionsHostException>(() => Read([], ("F", [binding]))).Message.ShouldBe(message);

    [Fact]
    public void All_faults_of_all_functions_are_told_in_the_order_of_their_names()
    {
        var fault = Should.Throw<FunctionsHostException>(() => Read(
            [],
            ("Second", ["""{"name":"q","type":"queueTrigger","queueName":"%Queue%","connection":"Elsewhere"}""", """{"name":"out","type":"table"}"""]),
            ("First", ["""{"name":"t","type":"timerTrigger","schedule":"%When%"}"""])));

        fault.Message.Split('\n').ShouldBe(
            [
                "The function First, parameter t, needs the setting When (%When%), which is not set.",
                "The function Second, parameter out, has a binding of type table. This host has blob, queue, timer and HTTP triggers, and no other bindings.",
                "The function Second, parameter q, needs the setting Queue (%Queue%), which is not set.",
                "The function Second, parameter q, needs the storage connection Elsewhere, which is not set: set Elsewhere to a connection string.",
            ]);
    }

    [Fact]
    public void What_is_switched_off_may_be_wrong_and_only_routes_of_it_stay()
    {
        var functions = Read(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["AzureWebJobs.Timer.Disabled"] = "1", ["AzureWebJobs.Web.Disabled"] = "True", ["AzureWebJobs.Other.Disabled"] = "false" },
            ("Timer", ["""{"name":"t","type":"timerTrigger","schedule":"%When%"}"""]),
            ("Web", ["""{"name":"r","type":"httpTrigger","route":"a"}"""]),
            ("Other", ["""{"name":"r","type":"httpTrigger"}"""]));

        functions.Select(f => (f.Name, f.IsDisabled, f.Route)).ShouldBe([("Other", false, "Other"), ("Web", true, "a")]);
    }
}
