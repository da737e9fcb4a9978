using Azure;
using Azure.Data.Tables;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Storage;

/// <summary>
/// What is stored of some series: versions and hashes of the rows, and the cross-sections where they were asked for. It must be read before the
/// observations are: of two runs at once, the one that saw less then meets a newer version and cannot overwrite the other.
/// A row is forgotten as soon as it is known what becomes of it.
/// </summary>
public sealed class StoredSeries
{
    readonly Dictionary<string, Dictionary<(string Partition, string Row), StoredRow>> rows = new(StringComparer.Ordinal);
    readonly Dictionary<string, SortedDictionary<Period, CrossSection>> sections = new(StringComparer.Ordinal);
    readonly HashSet<string> partitions = new(StringComparer.Ordinal);

    /// <summary>Adds a row as it was read.</summary>
    public void Add(TableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var province = SeriesRows.ProvinceOf(entity);
        if (!rows.TryGetValue(province, out var own)) rows.Add(province, own = []);
        own[(Shared(entity.PartitionKey), entity.RowKey)] = new StoredRow(entity.ETag, HashOf(entity));
        if (SeriesRows.ReadSection(entity) is { } section) SectionsOf(SeriesRows.IndicatorOf(entity))[section.Period] = section;
    }

    /// <summary>Adds what else was read.</summary>
    public void Add(StoredSeries other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var (province, found) in other.rows)
        {
            if (!rows.TryGetValue(province, out var own)) rows.Add(province, own = []);
            foreach (var (key, row) in found) own[key] = row;
        }
        foreach (var (indicator, found) in other.sections)
            foreach (var (period, section) in found) SectionsOf(indicator)[period] = section;
    }

    /// <summary>The cross-sections of an indicator, period by period.</summary>
    public SortedDictionary<Period, CrossSection> SectionsOf(string indicator)
    {
        if (!sections.TryGetValue(indicator, out var found)) sections.Add(indicator, found = []);
        return found;
    }

    /// <summary>The change that makes the table hold this row; null where it does already. To be asked once for a row.</summary>
    public TableTransactionAction? Put(TableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (!rows.TryGetValue(SeriesRows.ProvinceOf(entity), out var own) || !own.Remove((entity.PartitionKey, entity.RowKey), out var stored))
            return new TableTransactionAction(TableTransactionActionType.Add, entity);
        return stored.Hash == HashOf(entity) ? null : new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, stored.ETag);
    }

    /// <summary>The changes that remove every row of some provinces that was read and not put since.</summary>
    /// <param name="concerns">Which provinces to look at; <see cref="SeriesRows.NoProvince"/> stands for the cross-sections.</param>
    public IReadOnlyList<TableTransactionAction> RemoveRest(Func<string, bool> concerns)
    {
        var changes = new List<TableTransactionAction>();
        foreach (var province in rows.Keys.Where(concerns).ToList())
        {
            if (!rows.Remove(province, out var rest)) continue;
            changes.AddRange(rest.Select(r => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(r.Key.Partition, r.Key.Row), r.Value.ETag)));
        }
        return changes;
    }

    /// <summary>Rows by the hundred thousand have few partitions: each name is kept once.</summary>
    string Shared(string partition)
    {
        if (partitions.TryGetValue(partition, out var known)) return known;
        partitions.Add(partition);
        return partition;
    }

    static Guid HashOf(TableEntity entity) => Guid.TryParseExact(entity.GetString(SeriesRows.Hash), "N", out var hash) ? hash : Guid.Empty;
}

/// <summary>The version of a row and what it holds, as read before its content is reckoned anew.</summary>
/// <param name="ETag">The version.</param>
/// <param name="Hash">The hash of the content, as a number to save room: rows of one hash hold the same.</param>
public readonly record struct StoredRow(ETag ETag, Guid Hash);
