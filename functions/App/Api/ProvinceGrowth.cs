namespace ServerlessIct.App.Api;

/// <summary>How a province grew.</summary>
/// <param name="Province">The slug of the province, for instance <c>soc-trang</c>.</param>
/// <param name="First">The value in the first year, of a province formed later the sum of its parts; null where it is not known.</param>
/// <param name="Last">The value in the last year, in the unit.</param>
/// <param name="PerYear">The steady growth a year in per cent that leads from one to the other; null where there is none.</param>
public sealed record ProvinceGrowth(string Province, decimal? First, decimal Last, decimal? PerYear);
