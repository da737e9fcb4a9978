namespace ServerlessIct.App.Api;

/// <summary>How a province grew.</summary>
/// <param name="Province">The slug.</param>
/// <param name="First">The value in the first year; null where it is not known.</param>
/// <param name="Last">The value in the last year.</param>
/// <param name="PerYear">The steady growth a year in per cent that leads from one to the other.</param>
public sealed record ProvinceGrowth(string Province, decimal? First, decimal Last, decimal? PerYear);
