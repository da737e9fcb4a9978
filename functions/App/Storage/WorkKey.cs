namespace ServerlessIct.App.Storage;

/// <summary>A series that must be built again.</summary>
/// <param name="Province">The slug of the province.</param>
/// <param name="Indicator">The catalogue's code.</param>
public readonly record struct WorkKey(string Province, string Indicator);
