using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServerlessIct.Local.Worker.Hosting;
using ServerlessIct.Local.Worker.Tests.Support;

namespace ServerlessIct.Local.Worker.Tests.Hosting;

public sealed class SettingsTests
{
    static T Read<T>(TestApplication application)
        where T : notnull
    {
        T? read = default;
        TestHost.BuildOnly(application, services => read = services.GetRequiredService<T>());
        return read!;
    }

    [Fact]
    public void Without_host_json_the_defaults_of_the_real_host_hold()
    {
        var host = Read<HostFile>(new TestApplication());

        host.RoutePrefix.ShouldBe("api");
        host.BlobParallelism.ShouldBe(8 * Environment.ProcessorCount);
        host.PoisonBlobThreshold.ShouldBe(5);
        host.QueueBatchSize.ShouldBe(16);
        host.QueueNewBatchThreshold.ShouldBe(8 * Environment.ProcessorCount);
        host.MaxDequeueCount.ShouldBe(5);
        host.QueueRetryDelay.ShouldBe(TimeSpan.Zero);
        host.FunctionTimeout.ShouldBe(TimeSpan.FromMinutes(30));
    }

    [Fact]
    public void Host_json_is_read_with_its_comments_and_overridden_by_settings()
    {
        var host = Read<HostFile>(new TestApplication
        {
            HostJson = """
                {
                  "version": "2.0", // a comment
                  "functionTimeout": "00:05:00",
                  "extensions": {
                    "http": { "routePrefix": "data" },
                    "blobs": { "maxDegreeOfParallelism": 4, "poisonBlobThreshold": 2 },
                    "queues": { "batchSize": 8, "newBatchThreshold": 3, "maxDequeueCount": 7, "visibilityTimeout": "00:00:30", "maxPollingInterval": "00:00:05", "messageEncoding": "none" },
                  },
                }
                """,
        }.With(("AzureFunctionsJobHost:extensions:blobs:poisonBlobThreshold", "9")));

        host.ShouldBe(new HostFile
        {
            RoutePrefix = "data",
            BlobParallelism = 4,
            PoisonBlobThreshold = 9,
            QueueBatchSize = 8,
            QueueNewBatchThreshold = 3,
            MaxDequeueCount = 7,
            QueueRetryDelay = TimeSpan.FromSeconds(30),
            MaxPollingInterval = TimeSpan.FromSeconds(5),
            QueueMessagesAreBase64 = false,
            FunctionTimeout = TimeSpan.FromMinutes(5),
        });
    }

    [Theory]
    [InlineData("\"-1\"")]
    [InlineData("-1")]
    [InlineData("\"-00:00:01\"")]
    public void A_negative_time_out_means_none(string text) =>
        Read<HostFile>(new TestApplication { HostJson = $$"""{ "functionTimeout": {{text}} }""" }).FunctionTimeout.ShouldBeNull();

    [Theory]
    [InlineData("""{ "functionTimeout": "soon" }""", "host.json: functionTimeout is 'soon'; it has to be a time span hh:mm:ss from 00:00:00.1000000 to 10.00:00:00.")]
    [InlineData("""{ "extensions": { "blobs": { "maxDegreeOfParallelism": 0 } } }""", "host.json: extensions.blobs.maxDegreeOfParallelism is '0'; it has to be a whole number from 1 to 1000.")]
    [InlineData("""{ "extensions": { "queues": { "visibilityTimeout": "30 s" } } }""", "host.json: extensions.queues.visibilityTimeout is '30 s'; it has to be a time span hh:mm:ss from 00:00:00 to 7.00:00:00.")]
    public void What_is_out_of_range_in_host_json_is_told(string hostJson, string problem) =>
        Should.Throw<StartupException>(() => Read<HostFile>(new TestApplication { HostJson = hostJson })).Problems.ShouldBe([problem]);

    [Fact]
    public void A_host_json_that_is_not_json_is_told_once() =>
        Should.Throw<StartupException>(() => Read<HostFile>(new TestApplication { HostJson = "{ \"version\": " })).Problems.ShouldHaveSingleItem().ShouldStartWith("host.json: this is not JSON: ");

    [Fact]
    public void The_values_of_local_settings_are_settings_and_the_command_line_wins()
    {
        var settings = Read<IConfiguration>(new TestApplication
        {
            LocalSettingsJson = """
                {
                  "IsEncrypted": false,
                  "Values": { "One": "file", "Two": "file", "Deep__er": "file", "Number": 5, "Flag": true },
                  "ConnectionStrings": { "Db": "file" }
                }
                """,
            Arguments = ["--Two", "line"],
        });

        settings["One"].ShouldBe("file");
        settings["Two"].ShouldBe("line");
        settings["Deep:er"].ShouldBe("file");
        settings["Number"].ShouldBe("5");
        settings.GetValue<bool>("Flag").ShouldBeTrue();
        settings.GetConnectionString("Db").ShouldBe("file");
    }

    [Fact]
    public void Encrypted_local_settings_are_told() =>
        Should.Throw<StartupException>(() => Read<HostFile>(new TestApplication { LocalSettingsJson = """{ "IsEncrypted": true, "Values": { "A": "x" } }""" })).Problems.ShouldBe(
            ["local.settings.json: the values are encrypted; decrypt them with 'func settings decrypt' and set IsEncrypted to false."]);

    [Theory]
    [InlineData("http://127.0.0.1:5000", 5000)]
    [InlineData("http://localhost:5001/", 5001)]
    [InlineData("http://[::1]:5002", 5002)]
    public void The_port_may_come_from_urls(string urls, int port) =>
        Local(("urls", urls)).Port.ShouldBe(port);

    [Theory]
    [InlineData("urls", "http://0.0.0.0:5000", "Settings: urls is 'http://0.0.0.0:5000'; this host listens on loopback only, at one address like http://127.0.0.1:7071.")]
    [InlineData("urls", "http://*:5000", "Settings: urls is 'http://*:5000'; this host listens on loopback only, at one address like http://127.0.0.1:7071.")]
    [InlineData("urls", "https://localhost:5000", "Settings: urls is 'https://localhost:5000'; this host listens on loopback only, at one address like http://127.0.0.1:7071.")]
    [InlineData("port", "70000", "Settings: port is '70000'; it has to be a whole number from 0 to 65535.")]
    [InlineData("LocalWorker:LockPeriod", "00:02:00", "Settings: LocalWorker.LockPeriod is '00:02:00'; it has to be a time span hh:mm:ss from 00:00:15 to 00:01:00.")]
    [InlineData("Keys:Required", "yes", "Settings: Keys.Required is 'yes'; it has to be true or false.")]
    public void What_is_out_of_range_in_settings_is_told(string name, string value, string problem)
    {
        var problems = new StartupProblems();
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build();
        LocalSettings.Read(settings, "app", problems);
        Worker.Http.FunctionKeys.Read(settings, problems);

        problems.Sentences.ShouldBe([problem]);
    }

    [Theory]
    [InlineData("ServerlessIct.App", "serverlessict-app")]
    [InlineData("a", "a")]
    [InlineData("--A__b  c--", "a-b-c")]
    [InlineData("Tỉnh", "t-nh")]
    [InlineData("???", "functions")]
    [InlineData("a-very-long-application-name-that-goes-on", "a-very-long-application-name-tha")]
    [InlineData("0123456789012345678901234567890-1", "0123456789012345678901234567890")]
    public void The_host_id_is_what_a_queue_name_takes(string name, string id) =>
        Local(("AzureFunctionsWebHost:hostid", name)).HostId.ShouldBe(id);

    static LocalSettings Local(params (string, string?)[] settings)
    {
        var problems = new StartupProblems();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Item1, s.Item2))).Build();
        var local = LocalSettings.Read(configuration, "app", problems);
        problems.Sentences.ShouldBeEmpty();
        return local;
    }
}
