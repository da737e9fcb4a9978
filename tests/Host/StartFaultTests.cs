using ServerlessIct.Local.Host.Tests.Support;

namespace ServerlessIct.Local.Host.Tests;

/// <summary>What keeps an app from being started, and what is said of it.</summary>
public sealed class StartFaultTests(AzuriteFixture azurite) : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("host-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(null, null, "has no host.json")]
    [InlineData("{", null, "host.json is not JSON")]
    [InlineData("""{"version":"1.0"}""", null, "host.json must say \"version\": \"2.0\"")]
    [InlineData("""{"version":"2.0","functionTimeout":"soon"}""", null, "functionTimeout is 'soon'")]
    [InlineData("""{"version":"2.0","functionTimeout":"100.00:00:00"}""", null, "at most 40 days")]
    [InlineData("""{"version":"2.0"}""", null, "has no worker.config.json")]
    [InlineData("""{"version":"2.0"}""", "{", "worker.config.json does not say how the app is started")]
    [InlineData("""{"version":"2.0"}""", """{"description":{}}""", "worker.config.json does not say how the app is started")]
    [InlineData("""{"version":"2.0"}""", """{"description":{"defaultWorkerPath":"Missing.dll"}}""", "Missing.dll is not there")]
    public async Task A_file_that_is_missing_or_wrong_is_named(string? hostJson, string? workerConfig, string message)
    {
        if (hostJson is not null) await File.WriteAllTextAsync(Path.Combine(folder, "host.json"), hostJson);
        if (workerConfig is not null) await File.WriteAllTextAsync(Path.Combine(folder, "worker.config.json"), workerConfig);

        var fault = await Should.ThrowAsync<FunctionsHostException>(() => FunctionsHost.StartAsync(folder));

        fault.Message.ShouldContain(message);
        fault.Message.ShouldContain(folder);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named() =>
        (await Should.ThrowAsync<FunctionsHostException>(() => FunctionsHost.StartAsync(Path.Combine(folder, "none")))).Message.ShouldContain("none is not there");

    [Fact]
    public async Task A_worker_that_falls_over_is_told_with_its_exit_code_and_last_words()
    {
        var settings = TestApp.Settings(storage: null, "Open");
        settings["CrashWhileThereIs"] = typeof(StartFaultTests).Assembly.Location;

        var fault = await Should.ThrowAsync<FunctionsHostException>(() => TestHost.StartAsync(settings));

        fault.Message.ShouldContain("exit code 7");
        fault.Message.ShouldContain("It fell over.");
    }

    [Fact]
    public async Task All_that_is_wrong_with_the_functions_is_told_at_once()
    {
        var settings = TestApp.Settings(azurite.ConnectionString, "Message", "Ticking", "Announced");
        settings["Schedule"] = "";
        settings["AzureWebJobsStorage"] = settings["Storage"] = "no connection string";

        var fault = await Should.ThrowAsync<FunctionsHostException>(() => TestHost.StartAsync(settings));

        fault.Message.Split('\n').ShouldBe(
            [
                "The function Announced, parameter blob, needs the storage connection AzureWebJobsStorage, which is no connection string: Settings must be of the form \"name=value\".",
                "The function Message, parameter message, needs the storage connection Storage, which is no connection string: Settings must be of the form \"name=value\".",
                "The function Ticking, parameter timer, needs the setting Schedule (%Schedule%), which is not set.",
            ]);
    }

    [Fact]
    public async Task A_schedule_that_is_none_is_told_with_its_function()
    {
        var settings = TestApp.Settings(azurite.ConnectionString, "Ticking");
        settings["Schedule"] = "every day";

        var fault = await Should.ThrowAsync<FunctionsHostException>(() => TestHost.StartAsync(settings));

        fault.Message.ShouldContain("Ticking");
        fault.Message.ShouldContain("every day");
    }

    [Fact]
    public async Task An_option_of_host_json_that_is_out_of_range_is_told()
    {
        var settings = TestApp.Settings(azurite.ConnectionString, "Text");
        settings["AzureFunctionsJobHost__extensions__queues__batchSize"] = "-1";

        (await Should.ThrowAsync<FunctionsHostException>(() => TestHost.StartAsync(settings))).Message.ShouldContain("an option under extensions in host.json may be at fault: Specified argument was out of the range");
    }

    [Fact]
    public async Task Http_functions_without_the_web_application_are_told()
    {
        var settings = TestApp.Settings(storage: null, "Open");
        settings["WithoutHttp"] = "true";

        (await Should.ThrowAsync<FunctionsHostException>(() => TestHost.StartAsync(settings))).Message.ShouldContain("ConfigureFunctionsWebApplication");
    }

    [Fact]
    public async Task A_limit_that_is_no_number_is_told()
    {
        var settings = TestApp.Settings(storage: null, "Open");
        settings["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"] = "10 MB";

        (await Should.ThrowAsync<FunctionsHostException>(() => TestHost.StartAsync(settings))).Message.ShouldBe("The setting FUNCTIONS_REQUEST_BODY_SIZE_LIMIT is '10 MB'; it must be a number of bytes.");
    }

    [Fact]
    public async Task As_a_program_it_prints_what_is_wrong_and_ends_with_1()
    {
        var (code, output) = await HostProcess.FailAsync(TestApp.Settings(storage: null), folder);

        code.ShouldBe(1);
        output.ShouldStartWith($"{folder} has no host.json");
    }
}
