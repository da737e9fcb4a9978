using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServerlessIct.App.Ingest;
using ServerlessIct.App.Storage;
using ServerlessIct.Local.Worker.Hosting;

namespace ServerlessIct.App.Tests.Ingest;

/// <summary>A document that fails while it is read again, through the host with its queues.</summary>
[Collection("storage")]
public sealed class UnreadAgainTests(AzuriteFixture azurite)
{
    const string Name = "son-la/báo cáo.txt";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_given_up_with_a_reason_and_cleared_by_the_next_success()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.TakeMessagesAsync(StorageNames.Reprocess);
        await app.TakeMessagesAsync(StorageNames.ReprocessPoison);
        await app.UploadAsync(Name, "telecom.base_stations 5 2023");
        await app.Ingest.IngestAsync(Name, Token);
        var tap = new RequestTap();
        using var host = Host(tap);
        await host.StartAsync(Token);
        try
        {
            tap.Before = request => IsOfRows(request) ? throw new CrashException() : Task.CompletedTask;
            await AskAsync(app);
            var failed = await UntilAsync(app, DocumentStatus.Failed);
            failed.Error.ShouldNotBeNull().ShouldStartWith("Reading this document again failed too often");
            failed.Observations.ShouldBe(1);
            (await app.Get<DocumentIssueTable>().ListAsync([], 10, Token)).ShouldHaveSingleItem().Problem.ShouldBe("failed");
            (await app.SnapshotAsync()).ShouldContain("telecom.base_stations 5 2023");

            tap.Before = null;
            await AskAsync(app);
            (await UntilAsync(app, DocumentStatus.Extracted)).Error.ShouldBeNull();
            (await app.Get<DocumentIssueTable>().ListAsync([], 10, Token)).Select(i => i.Problem).ShouldNotContain("failed");
        }
        finally
        {
            await host.StopAsync(Token);
        }
    }

    [Theory]
    [InlineData("succeeded since", 1, DocumentStatus.Extracted)]
    [InlineData("succeeded before only", -1, DocumentStatus.Failed)]
    public async Task Only_a_success_since_it_was_given_up_counts(string what, int minutes, DocumentStatus expected)
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.UploadAsync(Name, "telecom.base_stations 5 2023");
        var known = await app.Ingest.IngestAsync(Name, Token);

        await app.Ingest.RecordFailureAsync(Name, "Given up.", known!.UpdatedAt - TimeSpan.FromMinutes(minutes), Token);

        (await app.ManifestAsync(Name)).Status.ShouldBe(expected, what);
    }

    IHost Host(RequestTap tap)
    {
        var source = new FunctionSource("app-tests", Directory.CreateTempSubdirectory("app-test-").FullName, [typeof(ReprocessDocuments), typeof(RecordUnreadAgain)]);
        var builder = FunctionsApplication.CreateBuilder(["--port", "0"], source);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage"] = azurite.ConnectionString, ["AzureWebJobsStorage"] = azurite.ConnectionString,
            ["AzureFunctionsWebHost:hostid"] = $"h{Guid.NewGuid():N}"[..20], ["LocalWorker:MessageVisibility"] = "00:00:02",
        });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.ConfigureFunctionsWebApplication();
        FunctionApp.AddApp(builder.Services);
        var tables = new TableClientOptions();
        tables.AddPolicy(tap, HttpPipelinePosition.PerCall);
        builder.Services.AddSingleton<ReadText>(LineReader.Read).AddSingleton(new StorageClients(
            new BlobServiceClient(azurite.ConnectionString), new TableServiceClient(azurite.ConnectionString, tables), new QueueServiceClient(azurite.ConnectionString)));
        return builder.Build();
    }

    /// <summary>Rows are written in transactions, and only they.</summary>
    static bool IsOfRows(Request request) => request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal);

    static async Task AskAsync(TestApp app) =>
        await app.Get<StorageClients>().Queues.GetQueueClient(StorageNames.Reprocess).SendMessageAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(Name)), Token);

    static async Task<DocumentManifest> UntilAsync(TestApp app, DocumentStatus status)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            if (await app.ManifestAsync(Name) is var manifest && manifest.Status == status) return manifest;
            limit.IsCancellationRequested.ShouldBeFalse($"the document is still {manifest.Status}");
            await Task.Delay(TimeSpan.FromMilliseconds(100), Token);
        }
    }
}
