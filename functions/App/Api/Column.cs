namespace ServerlessIct.App.Api;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its heading, in lower case with underscores.</param>
/// <param name="Value">The cell of a row: text, a number or null.</param>
public sealed record Column<T>(string Name, Func<T, object?> Value);
