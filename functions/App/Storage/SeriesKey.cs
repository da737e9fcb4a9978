namespace ServerlessIct.App.Storage;

/// <summary>Names a series: a province and an indicator.</summary>
/// <param name="Province">The slug of the province.</param>
/// <param name="Indicator">The catalogue's code, or <see cref="Uncatalogued"/>.</param>
public readonly record struct SeriesKey(string Province, string Indicator)
{
    /// <summary>Stands for all that a province's documents state and no indicator names; every code has a point, so this is none.</summary>
    public const string Uncatalogued = "uncatalogued";
}
