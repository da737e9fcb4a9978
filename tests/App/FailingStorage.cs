using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Moq;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Tests;

/// <summary>Clients of a real storage of which single calls fail: what the service will not do on demand.</summary>
public sealed class FailingStorage
{
    int writes;

    /// <summary>The write that fails, from 1; 0 for none. Counted are the rows and transactions written to tables, and blobs.</summary>
    public int FailAt { get; init; }

    /// <summary>How it fails.</summary>
    public required Func<Exception> Fault { get; init; }

    /// <summary>Whether the service does what was asked before it fails: its answer got lost.</summary>
    public bool IsDoneAllTheSame { get; init; }

    /// <summary>Writes so far.</summary>
    public int Writes => writes;

    /// <summary>A busy service.</summary>
    public static RequestFailedException Busy() => new(503, "The server is busy.", "ServerBusy", null);

    /// <summary>A row of a transaction that somebody else has written since.</summary>
    public static TableTransactionFailedException Changed() => new(new RequestFailedException(412, "0:The update condition was not satisfied.", "UpdateConditionNotSatisfied", null));

    /// <summary>The clients; their retries are off.</summary>
    public StorageClients Clients(string connection)
    {
        var tables = new Mock<TableServiceClient>(connection, new TableClientOptions { Retry = { MaxRetries = 0 } }) { CallBase = true };
        tables.Setup(t => t.GetTableClient(It.IsAny<string>())).Returns((string name) => Table(connection, name));
        var blobs = new Mock<BlobServiceClient>(connection) { CallBase = true };
        blobs.Setup(b => b.GetBlobContainerClient(It.IsAny<string>())).Returns((string name) => Container(connection, name));
        return new StorageClients(blobs.Object, tables.Object, new QueueServiceClient(connection));
    }

    TableClient Table(string connection, string name)
    {
        var real = new TableClient(connection, name);
        var table = new Mock<TableClient>(connection, name) { CallBase = true };
        table.Setup(t => t.AddEntityAsync(It.IsAny<TableEntity>(), It.IsAny<CancellationToken>()))
            .Returns((TableEntity e, CancellationToken c) => WriteAsync(() => real.AddEntityAsync(e, c)));
        table.Setup(t => t.UpdateEntityAsync(It.IsAny<TableEntity>(), It.IsAny<ETag>(), It.IsAny<TableUpdateMode>(), It.IsAny<CancellationToken>()))
            .Returns((TableEntity e, ETag t, TableUpdateMode m, CancellationToken c) => WriteAsync(() => real.UpdateEntityAsync(e, t, m, c)));
        table.Setup(t => t.UpsertEntityAsync(It.IsAny<TableEntity>(), It.IsAny<TableUpdateMode>(), It.IsAny<CancellationToken>()))
            .Returns((TableEntity e, TableUpdateMode m, CancellationToken c) => WriteAsync(() => real.UpsertEntityAsync(e, m, c)));
        table.Setup(t => t.DeleteEntityAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<ETag>(), It.IsAny<CancellationToken>()))
            .Returns((string p, string r, ETag t, CancellationToken c) => WriteAsync(() => real.DeleteEntityAsync(p, r, t, c)));
        table.Setup(t => t.SubmitTransactionAsync(It.IsAny<IEnumerable<TableTransactionAction>>(), It.IsAny<CancellationToken>()))
            .Returns((IEnumerable<TableTransactionAction> a, CancellationToken c) => WriteAsync(() => real.SubmitTransactionAsync(a, c)));
        return table.Object;
    }

    BlobContainerClient Container(string connection, string name)
    {
        var container = new Mock<BlobContainerClient>(connection, name) { CallBase = true };
        container.Setup(c => c.GetBlobClient(It.IsAny<string>())).Returns((string blob) =>
        {
            var real = new BlobClient(connection, name, blob);
            var client = new Mock<BlobClient>(connection, name, blob) { CallBase = true };
            client.Setup(b => b.UploadAsync(It.IsAny<BinaryData>(), It.IsAny<BlobUploadOptions>(), It.IsAny<CancellationToken>()))
                .Returns((BinaryData d, BlobUploadOptions o, CancellationToken c) => WriteAsync(() => real.UploadAsync(d, o, c)));
            client.Setup(b => b.DeleteIfExistsAsync(It.IsAny<DeleteSnapshotsOption>(), It.IsAny<BlobRequestConditions>(), It.IsAny<CancellationToken>()))
                .Returns((DeleteSnapshotsOption s, BlobRequestConditions w, CancellationToken c) => WriteAsync(() => real.DeleteIfExistsAsync(s, w, c)));
            return client.Object;
        });
        return container.Object;
    }

    async Task<T> WriteAsync<T>(Func<Task<T>> write)
    {
        if (Interlocked.Increment(ref writes) != FailAt) return await write();
        if (IsDoneAllTheSame) await write();
        throw Fault();
    }
}
