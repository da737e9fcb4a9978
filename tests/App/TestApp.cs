using System.Text;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServerlessIct.App.Ingest;
using ServerlessIct.App.Rebuild;
using ServerlessIct.App.Storage;
using static System.FormattableString;

namespace ServerlessIct.App.Tests;

/// <summary>The app's services on an empty storage, with a tap on its requests.</summary>
public sealed class TestApp : IAsyncDisposable
{
    readonly ServiceProvider services;
    readonly StorageClients untapped;

    TestApp(ServiceProvider services, StorageClients untapped, RequestTap tap, ShiftedTime time, Traffic traffic)
    {
        Traffic = traffic;
        this.services = services;
        this.untapped = untapped;
        Tap = tap;
        Time = time;
    }

    public RequestTap Tap { get; }

    /// <summary>What went to and came from the tables.</summary>
    public Traffic Traffic { get; }

    public ShiftedTime Time { get; }

    public DocumentIngestor Ingest => Get<DocumentIngestor>();

    public DocumentSweep Sweep => Get<DocumentSweep>();

    public SeriesRebuilder Rebuild => Get<SeriesRebuilder>();

    public DocumentTable Documents => Get<DocumentTable>();

    public DirtySeriesTable DirtySeries => Get<DirtySeriesTable>();

    /// <summary>On an empty storage.</summary>
    public static async Task<TestApp> StartAsync(
        AzuriteFixture azurite, ExtractObservations? extract = null, string? maxBytes = null, ILoggerProvider? logs = null, RebuildLimits? limits = null, IngestLimits? ingest = null)
    {
        var app = Make(azurite, extract, maxBytes, logs, limits, ingest, null);
        await app.EmptyAsync();
        return app;
    }

    /// <summary>Beside another, on the same storage as it is.</summary>
    public static TestApp Join(AzuriteFixture azurite, RebuildLimits? limits = null) => Make(azurite, null, null, null, limits, null, null);

    /// <summary>Beside another, on the same storage as it is, of which some calls fail.</summary>
    public static TestApp JoinFailing(AzuriteFixture azurite, FailingStorage failing) => Make(azurite, null, null, null, null, null, failing);

    static TestApp Make(
        AzuriteFixture azurite, ExtractObservations? extract, string? maxBytes, ILoggerProvider? logs, RebuildLimits? limits, IngestLimits? ingest, FailingStorage? failing)
    {
        var tap = new RequestTap();
        var traffic = new Traffic();
        var time = new ShiftedTime();
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage"] = azurite.ConnectionString, ["MaxDocumentBytes"] = maxBytes, ["PublicRead"] = "true" }).Build();
        var collection = new ServiceCollection().AddLogging(l => { if (logs is not null) l.SetMinimumLevel(LogLevel.Trace).AddProvider(logs); }).AddSingleton<IConfiguration>(settings);
        FunctionApp.AddApp(collection);
        collection.AddSingleton(failing?.Clients(azurite.ConnectionString) ?? Clients(azurite.ConnectionString, tap, traffic)).AddSingleton<TimeProvider>(time).AddSingleton(extract ?? LineReader.Read);
        if (limits is not null) collection.AddSingleton(limits);
        if (ingest is not null) collection.AddSingleton(ingest);
        return new TestApp(collection.BuildServiceProvider(), StorageClients.From(settings), tap, time, traffic);
    }

    public T Get<T>() where T : notnull => ActivatorUtilities.GetServiceOrCreateInstance<T>(services);

    public Task UploadAsync(string name, string text, Dictionary<string, string>? metadata = null) =>
        UploadAsync(name, Encoding.UTF8.GetBytes(text), metadata);

    public async Task UploadAsync(string name, byte[] bytes, Dictionary<string, string>? metadata = null) =>
        await Article(name).UploadAsync(BinaryData.FromBytes(bytes), new BlobUploadOptions { Metadata = metadata });

    public async Task DeleteAsync(string name) => await Article(name).DeleteIfExistsAsync();

    /// <summary>Removes the manifest of a document behind the app's back.</summary>
    public Task ForgetManifestAsync(string name) =>
        untapped.Tables.GetTableClient(StorageNames.Documents).DeleteEntityAsync(DocumentId.Bucket(DocumentId.Of(name)), DocumentId.Of(name), Azure.ETag.All);

    public async Task<DocumentManifest> ManifestAsync(string name) =>
        (await Documents.FindAsync(DocumentId.Of(name), TestContext.Current.CancellationToken)).ShouldNotBeNull();

    /// <summary>Whatever is stored of documents, without versions and times, one line each.</summary>
    public async Task<string> SnapshotAsync()
    {
        var lines = new List<string>();
        await foreach (var manifest in untapped.Tables.GetTableClient(StorageNames.Documents).QueryAsync<TableEntity>())
            lines.Add(Invariant($"document {manifest.GetString("Name")} {manifest.GetString("Status")} {manifest.GetInt32("Observations")} {manifest.GetString("Error")}"));
        await foreach (var row in untapped.Tables.GetTableClient(StorageNames.Observations).QueryAsync<TableEntity>())
            lines.Add($"observation {row.PartitionKey} {row.RowKey} {row.GetString("Value")} {row.GetString("SentenceText")}");
        foreach (var container in (string[])[StorageNames.Texts, StorageNames.Rejected])
            await foreach (var blob in untapped.Blobs.GetBlobContainerClient(container).GetBlobsAsync())
                lines.Add(Invariant($"{container} {blob.Name} {blob.Properties.ContentLength}"));
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    /// <summary>The table of series, whole but for versions and times, one line a row.</summary>
    public async Task<string> SeriesSnapshotAsync()
    {
        var lines = new List<string>();
        await foreach (var row in untapped.Tables.GetTableClient(StorageNames.Series).QueryAsync<TableEntity>())
            lines.Add(string.Join('\t', row.Where(p => p.Key is not ("Timestamp" or "odata.etag")).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => Invariant($"{p.Key}={p.Value}"))));
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    /// <summary>Takes the messages of a queue away.</summary>
    /// <returns>How many there were, counted up to 32.</returns>
    public async Task<int> TakeMessagesAsync(string queue)
    {
        var client = untapped.Queues.GetQueueClient(queue);
        var taken = (await client.ReceiveMessagesAsync(maxMessages: 32)).Value;
        foreach (var message in taken) await client.DeleteMessageAsync(message.MessageId, message.PopReceipt);
        return taken.Length;
    }

    /// <summary>Removes every row of the table of series.</summary>
    public Task ForgetSeriesAsync() => EmptyAsync(untapped.Tables.GetTableClient(StorageNames.Series));

    /// <summary>The series that are marked as touched.</summary>
    public async Task<IReadOnlyList<string>> MarksAsync()
    {
        var marks = new List<string>();
        await foreach (var mark in DirtySeries.AllAsync(TestContext.Current.CancellationToken)) marks.Add($"{mark.Key.Province} {mark.Key.Indicator}");
        return [.. marks.Order(StringComparer.Ordinal)];
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    public async Task EmptyAsync()
    {
        foreach (var container in (string[])[StorageNames.Articles, StorageNames.Texts, StorageNames.Rejected])
            await untapped.Blobs.GetBlobContainerClient(container).DeleteIfExistsAsync();
        await new StorageSetup(untapped).StartAsync(TestContext.Current.CancellationToken);
        foreach (var name in StorageSetup.Tables)
        {
            await EmptyAsync(untapped.Tables.GetTableClient(name));
        }
    }

    static async Task EmptyAsync(TableClient table)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey"])) rows.Add(row);
        foreach (var some in rows.GroupBy(r => r.PartitionKey, StringComparer.Ordinal).SelectMany(p => p.Chunk(100)))
            await table.SubmitTransactionAsync(some.Select(r => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(r.PartitionKey, r.RowKey), Azure.ETag.All)));
    }

    BlobClient Article(string name) => untapped.Blobs.GetBlobContainerClient(StorageNames.Articles).GetBlobClient(name);

    static StorageClients Clients(string connection, RequestTap tap, Traffic traffic)
    {
        var blobs = new BlobClientOptions();
        blobs.AddPolicy(tap, HttpPipelinePosition.PerCall);
        var tables = new TableClientOptions();
        tables.AddPolicy(tap, HttpPipelinePosition.PerCall);
        tables.AddPolicy(traffic, HttpPipelinePosition.PerCall);
        return new StorageClients(new BlobServiceClient(connection, blobs), new TableServiceClient(connection, tables), new QueueServiceClient(connection));
    }
}
