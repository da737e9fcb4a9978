namespace ServerlessIct.App.Storage;

/// <summary>Where an observation is stored.</summary>
/// <param name="Province">The slug, or <see cref="ObservationTable.Unassigned"/>: the partition.</param>
/// <param name="RowKey">The key in the partition, as <see cref="TableKey.Join"/> writes it.</param>
public readonly record struct RowAddress(string Province, string RowKey)
{
    /// <summary>The id of the document that states it.</summary>
    public string Document => TableKey.Split(RowKey)[3];

    /// <summary>The series that the row belongs to; a row without an indicator belongs to the uncatalogued of its province, one without a province to none.</summary>
    public SeriesKey? Series()
    {
        var indicator = TableKey.Split(RowKey)[0];
        if (indicator.Length == 0) return new SeriesKey(Province, SeriesKey.Uncatalogued);
        return Province == ObservationTable.Unassigned ? null : new SeriesKey(Province, indicator);
    }
}
