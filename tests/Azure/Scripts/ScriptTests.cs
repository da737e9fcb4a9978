using System.Diagnostics;

namespace ServerlessIct.Azure.Tests.Scripts;

/// <summary>The deployment scripts against tools that record how they are called: order, arguments, and what happens when one fails.</summary>
public sealed class ScriptTests
{
    public static TheoryData<string> Scripts => [.. Directory.EnumerateFiles(Repository.File("scripts"), "*.sh").Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task A_script_is_well_formed_and_stops_at_the_first_fault(string script)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-n", Repository.File("scripts", script)]) { RedirectStandardError = true, UseShellExecute = false })!;
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, errors);
        if (script is not "lib.sh") Repository.Text("scripts", script).ShouldMatch(@"set -e?uo pipefail");
    }

    [Fact]
    public async Task Deployment_asks_what_if_first_then_provisions_publishes_subscribes_and_tries_it()
    {
        using var tools = new FakeTools();
        var (code, output) = await tools.RunAsync("deploy.sh", ["dev", "--yes", "alertEmail=a@b.example"]);

        code.ShouldBe(0, output);
        Steps(tools).ShouldBe(
            [
                "account show",
                "group create",
                "what-if main.bicep",
                "create main.bicep",
                "output appName",
                "publish",
                "zip",
                "config-zip",
                "key", "wait", "key", "wait", "key",
                "output topicName", "output storageAccountName", "output eventsIdentityId",
                "create subscription.bicep",
                "api key", "read keys",
                "account show",
                "output appName", "output endpoint", "api key",
                "GET health", "PUT document", "GET document", "wait", "GET document", "wait", "GET document", "DELETE document",
                "output endpoint", "output storageAccountName",
            ]);
    }

    [Fact]
    public async Task Deployment_passes_on_names_and_parameters()
    {
        using var tools = new FakeTools();
        await tools.RunAsync("deploy.sh", ["dev", "--yes", "alertEmail=a@b.example"], variables: new Dictionary<string, string>(StringComparer.Ordinal) { ["ICT_LOCATION"] = "eastasia" });

        tools.Calls.ShouldContain("az group create --name rg-ict-dev --location eastasia --tags system=serverless-ict environment=dev --output none");
        tools.Calls.ShouldContain("az deployment group what-if --resource-group rg-ict-dev --template-file REPO/bicep/main.bicep --parameters environmentName=dev alertEmail=a@b.example");
        tools.Calls.ShouldContain("az deployment group create --resource-group rg-ict-dev --name ict-dev --template-file REPO/bicep/main.bicep --parameters environmentName=dev alertEmail=a@b.example --output none");
        tools.Calls.ShouldContain("dotnet publish functions/App/App.csproj -c Release -o artifacts/app -v q -nologo");
        // Nothing is left out: .azurefunctions begins with a dot.
        tools.Calls.ShouldContain("zip -qr REPO/artifacts/app.zip .");
        tools.Calls.ShouldContain("az functionapp deployment source config-zip --resource-group rg-ict-dev --name ict-dev-app --src REPO/artifacts/app.zip --output none");
        tools.Calls.ShouldContain("az deployment group create --resource-group rg-ict-dev --name ict-dev-events --template-file REPO/bicep/subscription.bicep --parameters appName=ict-dev-app topicName=ict-dev-documents storageAccountName=ictdevstore eventsIdentityId=/identities/events --output none");
    }

    [Fact]
    public async Task No_key_is_an_argument_or_is_printed()
    {
        using var tools = new FakeTools();
        var (_, output) = await tools.RunAsync("deploy.sh", ["dev", "--yes"]);

        output.ShouldNotContain("secret");
        tools.Calls.ShouldAllBe(c => !c.Contains("secret", StringComparison.Ordinal));
        tools.Header.ShouldBe("x-functions-key: api-secret\n");
    }

    [Theory]
    [InlineData("signed-out", "az login", "account show")]
    [InlineData("what-if", "what-if failed", "what-if main.bicep")]
    [InlineData("publish", "", "config-zip")]
    [InlineData("no-key", "blobs_extension", "wait")]
    [InlineData("never-read", "not read in time", "DELETE document")]
    [InlineData("rejected", "binary", "GET document")]
    public async Task A_step_that_fails_ends_the_deployment_there(string fault, string said, string last)
    {
        using var tools = new FakeTools();
        var (code, output) = await tools.RunAsync("deploy.sh", ["dev", "--yes"], fault);

        code.ShouldNotBe(0);
        output.ShouldContain(said);
        Steps(tools)[^1].ShouldBe(last);
    }

    [Theory]
    [InlineData("", "group create")]
    [InlineData("n\n", "group create")]
    public async Task Without_a_yes_nothing_is_provisioned(string answer, string before)
    {
        using var tools = new FakeTools();
        var (code, _) = await tools.RunAsync("deploy.sh", ["dev"], input: answer);

        code.ShouldNotBe(0);
        Steps(tools).ShouldBe(["account show", before, "what-if main.bicep"]);
    }

    [Fact]
    public async Task A_typed_yes_goes_on()
    {
        using var tools = new FakeTools();
        (await tools.RunAsync("deploy.sh", ["dev"], input: "y\n")).Code.ShouldBe(0);
        Steps(tools).ShouldContain("create main.bicep");
    }

    [Theory]
    [InlineData("deploy.sh", "")]
    [InlineData("deploy.sh", "Dev")]
    [InlineData("deploy.sh", "a-b")]
    [InlineData("deploy.sh", "$(id)")]
    [InlineData("smoke.sh", "ab")]
    [InlineData("destroy.sh", "averyverylongname")]
    [InlineData("rotate-keys.sh", "../x")]
    public async Task A_name_that_is_no_environment_is_refused_before_anything_is_called(string script, string name)
    {
        using var tools = new FakeTools();
        var (code, output) = await tools.RunAsync(script, [name, "--yes"]);

        code.ShouldNotBe(0);
        output.ShouldContain("3 to 12 lower-case letters and digits");
        tools.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_argument_that_is_not_understood_is_refused()
    {
        using var tools = new FakeTools();
        var (code, output) = await tools.RunAsync("deploy.sh", ["dev", "--force"]);

        code.ShouldNotBe(0);
        output.ShouldContain("'--force' is not understood");
        Steps(tools).ShouldBe(["account show"]);
    }

    [Fact]
    public async Task Destroying_takes_only_a_group_that_deployment_made()
    {
        using var tools = new FakeTools();
        var (code, output) = await tools.RunAsync("destroy.sh", ["dev", "--yes"], fault: "foreign-group");

        code.ShouldNotBe(0);
        output.ShouldContain("Nothing was deleted");
        tools.Calls.ShouldAllBe(c => !c.StartsWith("az group delete", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dev\n", true)]
    [InlineData("yes\n", false)]
    [InlineData("", false)]
    public async Task Destroying_asks_for_the_name(string answer, bool isDeleted)
    {
        using var tools = new FakeTools();
        await tools.RunAsync("destroy.sh", ["dev"], input: answer);

        tools.Calls.Contains("az group delete --name rg-ict-dev --yes").ShouldBe(isDeleted);
    }

    [Fact]
    public async Task Rotation_makes_the_subscription_anew_after_its_key()
    {
        using var tools = new FakeTools();
        var (code, output) = await tools.RunAsync("rotate-keys.sh", ["dev"]);

        code.ShouldBe(0, output);
        var calls = tools.Calls.Where(c => c.Contains("keys set", StringComparison.Ordinal) || c.Contains("event-subscription", StringComparison.Ordinal)
            || c.Contains("subscription.bicep", StringComparison.Ordinal)).ToList();
        calls[0].ShouldContain("--key-type functionKeys --key-name default");
        calls[1].ShouldContain("--key-type masterKey --key-name master");
        calls[2].ShouldContain("event-subscription delete --resource-group rg-ict-dev --system-topic-name ict-dev-documents --name ingest-document --yes");
        calls[3].ShouldContain("--key-type systemKeys --key-name blobs_extension");
        calls[4].ShouldContain("subscription.bicep");
        calls.Count.ShouldBe(5);
    }

    [Fact]
    public async Task The_second_step_of_azd_takes_its_variables()
    {
        using var tools = new FakeTools();
        var (code, output) = await tools.RunAsync("subscribe.sh", [], variables: new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AZURE_ENV_NAME"] = "dev", ["AZURE_RESOURCE_GROUP"] = "rg-x", ["appName"] = "app-x", ["topicName"] = "topic-x",
            ["storageAccountName"] = "storex", ["eventsIdentityId"] = "/identities/x",
        });

        code.ShouldBe(0, output);
        var subscription = tools.Calls.Single(c => c.Contains("subscription.bicep", StringComparison.Ordinal));
        subscription.ShouldContain("--resource-group rg-x --name ict-dev-events");
        subscription.ShouldContain("appName=app-x topicName=topic-x storageAccountName=storex eventsIdentityId=/identities/x");
        tools.Calls[^1].ShouldStartWith("az functionapp config appsettings set --resource-group rg-x --name app-x --settings ReadKeys=default:");
    }

    [Fact]
    public void The_PowerShell_script_takes_the_same_steps_in_the_same_order()
    {
        string[] steps =
        [
            "'account', 'show'", "'group', 'create'", "'what-if'", "'deployment', 'group', 'create', '--resource-group', $Group, '--name', \"ict-$Environment\"", "'publish'",
            "CreateFromDirectory", "'config-zip'", "systemKeys.blobs_extension", "bicep/subscription.bicep", "functionKeys.default", "-Method Put", "-Method Get", "-Method Delete",
        ];
        var text = Repository.Text("scripts", "deploy.ps1");
        // What a function does stands before the steps.
        text = text[text.IndexOf("Invoke-Tool az @('account'", StringComparison.Ordinal)..];
        var at = steps.Select(s => text.IndexOf(s, StringComparison.Ordinal)).ToList();
        at.ShouldAllBe(i => i >= 0);
        at.ShouldBeInOrder();
        text.ShouldContain("'-c', 'Release', '-o', $package");
        text.ShouldContain("$package = Join-Path $repository 'artifacts/app'");
    }

    [Fact]
    public void The_workflow_signs_in_without_a_secret_and_tests_before_it_deploys()
    {
        var text = Repository.Text(".github", "workflows", "deploy.yml");
        text.ShouldContain("id-token: write");
        text.ShouldNotContain("secrets.");
        text.IndexOf(".ci/run", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("azure/login", StringComparison.Ordinal));
        text.IndexOf("azure/login", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("scripts/deploy.sh", StringComparison.Ordinal));
    }

    static List<string> Steps(FakeTools tools) => [.. tools.Calls.Select(Step)];

    static string Step(string call)
    {
        string[] known = ["what-if", "config-zip"];
        return call switch
        {
            _ when call.StartsWith("dotnet publish", StringComparison.Ordinal) => "publish",
            _ when call.StartsWith("zip", StringComparison.Ordinal) => "zip",
            _ when call.StartsWith("sleep", StringComparison.Ordinal) => "wait",
            _ when call.StartsWith("curl GET", StringComparison.Ordinal) && call.EndsWith("health", StringComparison.Ordinal) => "GET health",
            _ when call.StartsWith("curl", StringComparison.Ordinal) => $"{call.Split(' ')[1]} document",
            _ when call.Contains("what-if", StringComparison.Ordinal) => "what-if main.bicep",
            _ when call.Contains("outputs.", StringComparison.Ordinal) => $"output {call.Split("outputs.")[1].Split('.')[0]}",
            _ when call.Contains("systemKeys.blobs_extension", StringComparison.Ordinal) => "key",
            _ when call.Contains("functionKeys.default", StringComparison.Ordinal) => "api key",
            _ when call.Contains("ReadKeys=default:", StringComparison.Ordinal) => "read keys",
            _ when call.Contains("deployment group create", StringComparison.Ordinal) => $"create {(call.Contains("main.bicep", StringComparison.Ordinal) ? "main" : "subscription")}.bicep",
            _ => Array.Find(known, k => call.Contains(k, StringComparison.Ordinal)) ?? string.Join(' ', call.Split(' ')[1..3]),
        };
    }
}
