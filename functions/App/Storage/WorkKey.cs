namespace ServerlessIct.App.Storage;

/// <summary>A series that must be built again.</summary>
/// <param name="Province">The slug of the province.</param>
/// <param name="Indicator">The catalogue's code, or <see cref="Uncatalogued"/>.</param>
public readonly record struct WorkKey(string Province, string Indicator)
{
    /// <summary>Stands for all that a province's documents state and no indicator names; every code has a point, so this is none.</summary>
    public const string Uncatalogued = "uncatalogued";
}
