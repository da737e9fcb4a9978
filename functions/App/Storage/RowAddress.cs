namespace ServerlessIct.App.Storage;

/// <summary>Where an observation is stored.</summary>
/// <param name="Province">The slug, or <see cref="ObservationTable.Unassigned"/>: the partition.</param>
/// <param name="RowKey">The key in the partition, as <see cref="TableKey.Join"/> writes it.</param>
public readonly record struct RowAddress(string Province, string RowKey)
{
    /// <summary>The series that the row belongs to; null for a statistic that no series is kept of.</summary>
    public WorkKey? Series()
    {
        var indicator = TableKey.Split(RowKey)[0];
        return indicator.Length == 0 || Province == ObservationTable.Unassigned ? null : new WorkKey(Province, indicator);
    }
}
