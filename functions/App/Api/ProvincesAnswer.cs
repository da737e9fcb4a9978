namespace ServerlessIct.App.Api;

/// <summary>The answer of <c>GET provinces</c>.</summary>
/// <param name="Provinces">The 63 until 30 June 2025, each with what it became.</param>
/// <param name="Since2025">The 34 since 1 July 2025.</param>
public sealed record ProvincesAnswer(IReadOnlyList<ProvinceAnswer> Provinces, IReadOnlyList<ProvinceAnswer> Since2025);
