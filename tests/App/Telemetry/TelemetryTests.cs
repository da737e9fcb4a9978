using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServerlessIct.App.Rebuild;
using ServerlessIct.App.Storage;
using ServerlessIct.App.Telemetry;

namespace ServerlessIct.App.Tests.Telemetry;

/// <summary>What operators see of a document, and that they never see its text.</summary>
[Collection("storage")]
public sealed class TelemetryTests(AzuriteFixture azurite)
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_is_one_trace_whose_id_is_the_documents_id()
    {
        await using var app = await TestApp.StartAsync(azurite);
        using var listener = new Observed(app.Get<IMeterFactory>());
        await app.UploadAsync("son-la/a.txt", "telecom.base_stations 5 2023");

        await app.Ingest.IngestAsync("son-la/a.txt", Token);
        await app.UploadAsync("son-la/a.txt", "telecom.base_stations 6 2023");
        await app.Ingest.IngestAsync("son-la/a.txt", Token);

        var id = DocumentId.Of("son-la/a.txt");
        var spans = listener.Activities.Where(a => a.TraceId.ToHexString() == id).ToList();
        spans.Count(a => a.OperationName == "document").ShouldBe(2);
        spans.Select(a => a.OperationName).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(["document", "mark series", "read", "store text", "write rows"]);
        var root = spans.First(a => a.OperationName == "document");
        root.GetTagItem("ict.document.status").ShouldBe("extracted");
        root.GetTagItem("ict.document.observations").ShouldBe(1);
        spans.Where(a => a.OperationName != "document").ShouldAllBe(a => a.ParentSpanId != default);
    }

    [Fact]
    public async Task The_run_that_caused_an_attempt_is_linked_to_it()
    {
        await using var app = await TestApp.StartAsync(azurite);
        using var listener = new Observed(app.Get<IMeterFactory>());
        await app.UploadAsync("son-la/linked.txt", "telecom.base_stations 5 2023");

        using var cause = new Activity("invocation").Start();
        await app.Ingest.IngestAsync("son-la/linked.txt", Token);

        listener.Activities.Single(a => a.OperationName == "document" && a.TraceId.ToHexString() == DocumentId.Of("son-la/linked.txt"))
            .Links.Single().Context.TraceId.ShouldBe(cause.TraceId);
    }

    [Fact]
    public async Task Documents_observations_rejections_deltas_and_ages_are_counted()
    {
        await using var app = await TestApp.StartAsync(azurite);
        using var listener = new Observed(app.Get<IMeterFactory>());
        await app.UploadAsync("son-la/good.txt", "telecom.base_stations 5 2022\ntelecom.base_stations 6 2023\n- 7 2023");
        await app.UploadAsync("son-la/empty.txt", "");
        await app.Ingest.IngestAsync("son-la/good.txt", Token);
        await app.Ingest.IngestAsync("son-la/empty.txt", Token);
        await app.DeleteAsync("son-la/empty.txt");
        await app.Ingest.IngestAsync("son-la/empty.txt", Token);
        await new ComputeDeltas(app.Rebuild, app.Get<Measurements>()).Run(new(), Token);
        await app.UploadAsync("son-la/waiting.txt", "telecom.base_stations 5 2021");
        app.Time.Shift = TimeSpan.FromSeconds(90);
        await app.Sweep.RunAsync(Token);

        listener.Sum("ict.documents", "status", "extracted").ShouldBe(1);
        listener.Sum("ict.documents", "status", "rejected").ShouldBe(1);
        listener.Sum("ict.documents", "status", "removed").ShouldBe(1);
        listener.Sum("ict.rejections", "reason", "Empty").ShouldBe(1);
        listener.Sum("ict.observations", "catalogued", true).ShouldBe(2);
        listener.Sum("ict.observations", "catalogued", false).ShouldBe(1);
        listener.Sum("ict.deltas", "verdict", "computed").ShouldBe(1);
        listener.Sum("ict.aggregations", "succeeded", true).ShouldBe(1);
        listener.Count("ict.queue.age").ShouldBe(2);
        listener.Count("ict.document.latency").ShouldBe(2);
        listener.Last("ict.queue.oldest").ShouldBeInRange(80, 600);
    }

    [Fact]
    public async Task A_lost_race_is_counted_as_a_retry()
    {
        await using var app = await TestApp.StartAsync(azurite);
        using var listener = new Observed(app.Get<IMeterFactory>());
        await app.UploadAsync("son-la/race.txt", "telecom.base_stations 5 2023");
        var races = 1;
        app.Tap.Before = async request =>
        {
            var claims = request.Method == Azure.Core.RequestMethod.Post && request.Uri.ToString().Contains("/documents", StringComparison.Ordinal);
            if (!claims || Interlocked.Exchange(ref races, 0) == 0) return;
            await app.Documents.SaveAsync(
                new DocumentManifest { Id = DocumentId.Of("son-la/race.txt"), Name = "son-la/race.txt", BlobETag = "\"other\"", UploadedAt = app.Time.GetUtcNow(), UpdatedAt = app.Time.GetUtcNow() }, Token);
        };

        await app.Ingest.IngestAsync("son-la/race.txt", Token);

        listener.Sum("ict.storage.retries", "status", 409).ShouldBe(1);
    }

    [Theory]
    [InlineData("reads", "SENTINEL 5 2023\nBí mật SENTINEL của tài liệu")]
    [InlineData("throws", "SENTINEL throws")]
    [InlineData("rejected", "<html>SENTINEL</html>")]
    public async Task No_text_of_a_document_is_in_logs_traces_or_counters(string about, string text)
    {
        using var logs = new Written();
        await using var app = await TestApp.StartAsync(azurite, (t, hints) =>
            t.Contains("throws", StringComparison.Ordinal) ? throw new FormatException($"The input '{t}' was not in a correct format.") : LineReader.Read(t, hints),
            logs: logs);
        using var listener = new Observed(app.Get<IMeterFactory>());
        await app.UploadAsync($"son-la/{about}.txt", text);

        await app.Ingest.IngestAsync($"son-la/{about}.txt", Token);
        await new ComputeDeltas(app.Rebuild, app.Get<Measurements>()).Run(new(), Token);

        logs.Lines.ShouldNotBeEmpty();
        logs.Lines.ShouldAllBe(line => !line.Contains("SENTINEL", StringComparison.OrdinalIgnoreCase));
        listener.Everything.ShouldAllBe(line => !line.Contains("SENTINEL", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Nothing_is_added_where_no_setting_asks_for_telemetry()
    {
        var services = new ServiceCollection();
        TelemetrySetup.Add(services, Settings([]));
        services.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_collector_by_setting_makes_the_providers_listen()
    {
        await using var services = TelemetrySetup.Add(
            new ServiceCollection().AddSingleton(Settings(new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:9" })).AddLogging().AddMetrics(),
            Settings(new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:9" })).BuildServiceProvider();

        services.GetService<OpenTelemetry.Trace.TracerProvider>().ShouldNotBeNull();
        services.GetService<OpenTelemetry.Metrics.MeterProvider>().ShouldNotBeNull();
        using var attempt = DocumentTrace.Begin(DocumentId.Of("collected.txt")).ShouldNotBeNull();
        attempt.Recorded.ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_traced_counted_and_logged_reaches_a_collector()
    {
        await using var collector = new Collector();
        await SendAsync(new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf" });

        collector.Received["/v1/traces"].ShouldContain("ict.document.id");
        collector.Received["/v1/metrics"].ShouldContain("ict.documents");
        collector.Received["/v1/logs"].ShouldContain("A line for the collector.");
    }

    [Fact]
    public async Task What_is_traced_and_logged_reaches_Application_Insights()
    {
        await using var collector = new Collector();
        await SendAsync(new() { ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = $"InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint={collector.Address}/", ["TelemetryTracesPerSecond"] = "1000" });

        collector.Received["/v2.1/track"].ShouldSatisfyAllConditions(
            sent => sent.ShouldContain("ict.document.id"),
            sent => sent.ShouldContain("A line for the collector."));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1001")]
    [InlineData("often")]
    public void A_rate_of_traces_out_of_range_is_refused(string rate) =>
        Should.Throw<InvalidOperationException>(() => TelemetrySetup.Add(
                new ServiceCollection(), Settings(new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:9", ["TelemetryTracesPerSecond"] = rate })))
            .Message.ShouldContain($"'{rate}'");

    /// <summary>A trace, a count and a log line, as the app sends them when it starts, works and stops.</summary>
    static async Task SendAsync(Dictionary<string, string?> values)
    {
        var settings = Settings(values);
        var collection = new ServiceCollection().AddSingleton(settings).AddLogging().AddMetrics().AddSingleton<Measurements>();
        await using var services = TelemetrySetup.Add(collection, settings).BuildServiceProvider();
        var life = services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().ToList();
        foreach (var service in life) await service.StartAsync(Token);
        using (DocumentTrace.Begin(DocumentId.Of("collected.txt"))) services.GetRequiredService<Measurements>().Removed();
        services.GetRequiredService<ILogger<TelemetryTests>>().LogWarning("A line for the collector.");
        foreach (var service in life) await service.StopAsync(Token);
    }

    static IConfiguration Settings(Dictionary<string, string?> values) => new ConfigurationBuilder().AddInMemoryCollection(values).Build();

    /// <summary>Every activity and measurement of the app while it lives.</summary>
    sealed class Observed : IDisposable
    {
        readonly ActivityListener activities;
        readonly MeterListener meters = new();
        readonly ConcurrentQueue<(string Instrument, double Value, KeyValuePair<string, object?>[] Tags)> measured = new();

        public Observed(IMeterFactory factory)
        {
            activities = new ActivityListener
            {
                ShouldListenTo = s => s.Name == DocumentTrace.SourceName,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = Activities.Enqueue,
            };
            ActivitySource.AddActivityListener(activities);
            // Other tests have meters of the same name.
            meters.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == Measurements.MeterName && ReferenceEquals(instrument.Meter.Scope, factory)) listener.EnableMeasurementEvents(instrument);
            };
            meters.SetMeasurementEventCallback<long>((i, v, tags, _) => measured.Enqueue((i.Name, v, tags.ToArray())));
            meters.SetMeasurementEventCallback<double>((i, v, tags, _) => measured.Enqueue((i.Name, v, tags.ToArray())));
            meters.Start();
        }

        public ConcurrentQueue<Activity> Activities { get; } = new();

        public IEnumerable<string> Everything =>
            measured.SelectMany(m => m.Tags).Select(t => $"{t.Key}={t.Value}")
                .Concat(Activities.SelectMany(a => a.TagObjects.Select(t => $"{t.Key}={t.Value}").Append(a.DisplayName).Append(a.StatusDescription ?? "")));

        public double Sum(string instrument, string tag, object value) =>
            measured.Where(m => m.Instrument == instrument && m.Tags.Contains(new(tag, value))).Sum(m => m.Value);

        public int Count(string instrument) => measured.Count(m => m.Instrument == instrument);

        public double Last(string instrument) => measured.Last(m => m.Instrument == instrument).Value;

        public void Dispose()
        {
            activities.Dispose();
            meters.Dispose();
        }
    }

    /// <summary>Every line that is logged, with exceptions and values.</summary>
    sealed class Written : ILoggerProvider, ILogger
    {
        readonly ConcurrentQueue<string> lines = new();

        public IReadOnlyCollection<string> Lines => lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{logLevel} {formatter(state, exception)} {exception}"));

        public void Dispose()
        {
        }
    }
}
