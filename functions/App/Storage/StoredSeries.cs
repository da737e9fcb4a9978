using Azure.Data.Tables;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Storage;

/// <summary>
/// What is stored of some series: versions and hashes of the rows, and the cross-sections. It must be read before the observations are:
/// of two runs at once, the one that saw less then meets a newer version and cannot overwrite the other.
/// </summary>
public sealed class StoredSeries
{
    readonly Dictionary<(string Partition, string Row), StoredRow> rows = [];
    readonly Dictionary<string, SortedDictionary<Period, CrossSection>> sections = new(StringComparer.Ordinal);
    readonly HashSet<(string Partition, string Row)> kept = [];

    /// <summary>How many rows there are.</summary>
    public int Count => rows.Count;

    /// <summary>Adds a row as it was read.</summary>
    public void Add(TableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        rows[(entity.PartitionKey, entity.RowKey)] = new StoredRow(entity.ETag, entity.GetString(SeriesRows.Hash) ?? "");
        if (SeriesRows.ReadSection(entity) is { } section) SectionsOf(SeriesRows.IndicatorOf(entity))[section.Period] = section;
    }

    /// <summary>Adds what else was read.</summary>
    public void Add(StoredSeries other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var (key, row) in other.rows) rows[key] = row;
        foreach (var (indicator, found) in other.sections)
            foreach (var (period, section) in found) SectionsOf(indicator)[period] = section;
    }

    /// <summary>The cross-sections of an indicator, period by period.</summary>
    public SortedDictionary<Period, CrossSection> SectionsOf(string indicator)
    {
        if (!sections.TryGetValue(indicator, out var found)) sections.Add(indicator, found = []);
        return found;
    }

    /// <summary>The change that makes the table hold this row; null where it does already.</summary>
    public TableTransactionAction? Put(TableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var key = (entity.PartitionKey, entity.RowKey);
        kept.Add(key);
        if (!rows.TryGetValue(key, out var stored)) return new TableTransactionAction(TableTransactionActionType.Add, entity);
        return stored.Hash == entity.GetString(SeriesRows.Hash) ? null : new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, stored.ETag);
    }

    /// <summary>The changes that remove every row that was read and not put since.</summary>
    /// <param name="concerns">Which rows to look at, by partition and row key.</param>
    public IEnumerable<TableTransactionAction> RemoveRest(Func<string, string, bool> concerns) =>
        rows.Where(r => !kept.Contains(r.Key) && concerns(r.Key.Partition, r.Key.Row))
            .Select(r => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(r.Key.Partition, r.Key.Row), r.Value.ETag));
}
