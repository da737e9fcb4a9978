using ServerlessIct.Local.Host.Settings;

namespace ServerlessIct.Local.Host.Tests.Settings;

public sealed class HostSettingsTests : IDisposable
{
    readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void What_the_caller_gives_holds_over_the_environment_and_that_over_the_file()
    {
        const string name = "HostSettingsTests_Own";
        File.WriteAllText(file, $$"""{ "IsEncrypted": false, /* as Core Tools write it */ "Values": { "{{name}}": "file", "Of:File": "1", "Number": 5, }, "ConnectionStrings": {} }""");
        HostSettings.Read(file, given: null)[name].ShouldBe("file");
        Environment.SetEnvironmentVariable(name, "environment");
        try
        {
            HostSettings.Read(file, given: null)[name].ShouldBe("environment");
            HostSettings.Read(file, new Dictionary<string, string>(StringComparer.Ordinal) { [name] = "given" })[name].ShouldBe("given");
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, null);
        }
        HostSettings.Read(file, given: null)["Of__File"].ShouldBe("1");
        HostSettings.Read(file, given: null)["Number"].ShouldBe("5");
    }

    [Theory]
    [InlineData("{", "is not a JSON object")]
    [InlineData("[]", "is not a JSON object")]
    [InlineData("""{ "Values": [] }""", "is not a JSON object")]
    [InlineData("""{ "IsEncrypted": true, "Values": {} }""", "func settings decrypt")]
    public void A_file_that_Core_Tools_would_not_read_is_told(string text, string message)
    {
        File.WriteAllText(file, text);

        var fault = Should.Throw<FunctionsHostException>(() => HostSettings.Read(file, given: null));

        fault.Message.ShouldContain(message);
        fault.Message.ShouldContain(file);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("%Box%", "articles")]
    [InlineData("%Box%/{name}-%Box%", "articles/{name}-articles")]
    [InlineData("50%", "50%")]
    public void Names_in_percent_signs_are_settings(string text, string resolved) =>
        HostSettings.Read("none", new Dictionary<string, string>(StringComparer.Ordinal) { ["Box"] = "articles" }).Resolve(text, "It").ShouldBe(resolved);

    [Fact]
    public void What_says_where_a_web_server_listens_is_not_the_worker_s()
    {
        var settings = HostSettings.Read("none", new Dictionary<string, string>(StringComparer.Ordinal) { ["ASPNETCORE_HTTP_PORTS"] = "8080", ["aspnetcore_urls"] = "http://+:80", ["Own"] = "1" });

        var names = settings.ForWorker.Select(v => v.Key).ToList();

        names.ShouldContain("Own");
        names.ShouldNotContain("ASPNETCORE_HTTP_PORTS");
        names.ShouldNotContain("aspnetcore_urls");
    }

    [Theory]
    [InlineData("Storage", "Storage", "UseDevelopmentStorage=true")]
    [InlineData("Storage", "AzureWebJobsStorage", "UseDevelopmentStorage=true")]
    [InlineData("Storage", "Storage__accountName", null)]
    public void A_connection_is_a_string_or_a_group_of_settings(string name, string setting, string? text)
    {
        var settings = HostSettings.Read("none", new Dictionary<string, string>(StringComparer.Ordinal) { [setting] = "UseDevelopmentStorage=true" });

        settings.HasConnection(name).ShouldBeTrue();
        settings.Connection(name).ShouldBe(text);
        settings.HasConnection("Other").ShouldBeFalse();
    }
}
