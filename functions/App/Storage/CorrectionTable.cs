using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Storage;

/// <summary>
/// The corrections: those of the repository's file <c>corrections.json</c> and those made by request, which are in the table <c>corrections</c>
/// (partition <c>correction</c>). One made by request takes the place of one of the file with the same id. The partition <c>status</c> says what became of each.
/// </summary>
public sealed class CorrectionTable(StorageClients storage)
{
    const string CorrectionPartition = "correction", StatusPartition = "status";

    static readonly Lazy<IReadOnlyList<StoredCorrection>> OfRepository = new(LoadFile);

    readonly TableClient table = storage.Tables.GetTableClient(StorageNames.Corrections);

    /// <summary>Every correction in force, by id, and what became of each that was looked at.</summary>
    public async Task<(IReadOnlyList<StoredCorrection> Corrections, IReadOnlyDictionary<string, CorrectionStatus> Statuses)> AllAsync(
        CancellationToken cancellationToken)
    {
        var corrections = OfRepository.Value.ToDictionary(c => c.Correction.Id, StringComparer.Ordinal);
        var statuses = new Dictionary<string, CorrectionStatus>(StringComparer.Ordinal);
        await foreach (var entity in table.QueryAsync<TableEntity>(cancellationToken: cancellationToken))
        {
            if (entity.PartitionKey == StatusPartition && StoredJson.Read<CorrectionStatus>(entity.GetString("Status")) is { } status)
                statuses[status.Id] = status;
            else if (entity.PartitionKey == CorrectionPartition && StoredJson.Read<StoredCorrection>(entity.GetString("Correction")) is { } stored)
                corrections[stored.Correction.Id] = stored;
        }
        return ([.. corrections.Values.OrderBy(c => c.Correction.Id, StringComparer.Ordinal)], statuses);
    }

    /// <summary>Every correction in force, by the series that it touches.</summary>
    public async Task<CorrectionSet> SetAsync(CancellationToken cancellationToken) =>
        new((await AllAsync(cancellationToken)).Corrections.Select(c => c.Correction));

    /// <summary>Stores a correction; one of the same id is replaced.</summary>
    public Task SaveAsync(StoredCorrection correction, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(correction);
        var entity = TableEntities.Of(CorrectionPartition, TableKey.Join(correction.Correction.Id), ("Correction", StoredJson.Write(correction)));
        return table.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>Removes a correction made by request, where there is one; one of the file with its id holds again.</summary>
    public Task DeleteAsync(string id, CancellationToken cancellationToken) =>
        table.DeleteEntityAsync(CorrectionPartition, TableKey.Join(id), Azure.ETag.All, cancellationToken);

    /// <summary>Notes what became of corrections, and forgets those that are no more.</summary>
    public Task SaveStatusesAsync(IEnumerable<CorrectionStatus> statuses, IEnumerable<string> forgotten, CancellationToken cancellationToken) =>
        EntityBatches.SubmitAsync(
            table,
            statuses.Select(s => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace, TableEntities.Of(StatusPartition, TableKey.Join(s.Id), ("Status", StoredJson.Write(s)))))
                .Concat(forgotten.Select(id => new TableTransactionAction(
                    TableTransactionActionType.Delete, new TableEntity(StatusPartition, TableKey.Join(id)), Azure.ETag.All))),
            cancellationToken);

    /// <summary>The content of a correction, to see whether it changed.</summary>
    public static string HashOf(Correction correction) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(StoredJson.Write(correction))).AsSpan(0, 16));

    static IReadOnlyList<StoredCorrection> LoadFile()
    {
        using var json = typeof(CorrectionTable).Assembly.GetManifestResourceStream("corrections.json")!;
        using var reader = new StreamReader(json, Encoding.UTF8);
        var forms = StoredJson.Read<Dictionary<string, CorrectionForm>>(reader.ReadToEnd())!;
        return [.. forms.Select(f => f.Value.Read(f.Key, isOfRepository: true))];
    }
}

/// <summary>A correction with its document's name, and where it comes from.</summary>
/// <param name="Correction">The correction.</param>
/// <param name="DocumentName">The name of the document's blob.</param>
/// <param name="IsOfRepository">Whether it stands in the repository's file; else it was made by request.</param>
public sealed record StoredCorrection(Correction Correction, string DocumentName, bool IsOfRepository);

/// <summary>What became of a correction when its series was last built.</summary>
/// <param name="Id">The correction.</param>
/// <param name="Hash">Its content then.</param>
/// <param name="Province">The province of its figure.</param>
/// <param name="Indicator">The indicator of its figure.</param>
/// <param name="NewIndicator">The indicator that it moved the figure to; null where it did not.</param>
/// <param name="Applied">How many figures it corrects.</param>
/// <param name="Failure">Why it holds no longer; null where it does.</param>
public sealed record CorrectionStatus(string Id, string Hash, string Province, string Indicator, string? NewIndicator, int Applied, string? Failure);
