using Azure.Data.Tables;

namespace ServerlessIct.App.Storage;

/// <summary>
/// Which version of the series there is. Whoever writes series gives them a new one afterwards; what is read here may be some seconds old where
/// another instance wrote, so an answer can carry an older version than its content, never a newer one.
/// </summary>
public sealed class ContentVersion(StorageClients storage, TimeProvider time)
{
    /// <summary>No slug begins with the escape sign, so this partition of the table of dirty series is not a province.</summary>
    const string Partition = "~state", Row = "series";

    /// <summary>How long a version is believed without asking the storage.</summary>
    static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    readonly TableClient table = storage.Tables.GetTableClient(StorageNames.DirtySeries);
    (string Version, DateTimeOffset ReadAt)? known;

    /// <summary>The version; does not touch the storage where it was read in the last seconds.</summary>
    public async ValueTask<string> CurrentAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (known is { } last && now - last.ReadAt < Lifetime) return last.Version;
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, Row, cancellationToken: cancellationToken);
        var version = found.HasValue ? found.Value!.GetString("Version") ?? "" : "";
        known = (version, now);
        return version;
    }

    /// <summary>Says that the series were written; to be called after they were, and before the marks that have them built are removed.</summary>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        var version = Guid.NewGuid().ToString("N");
        await table.UpsertEntityAsync(new TableEntity(Partition, Row) { ["Version"] = version }, TableUpdateMode.Replace, cancellationToken);
        known = (version, time.GetUtcNow());
    }
}
