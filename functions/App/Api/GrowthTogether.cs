namespace ServerlessIct.App.Api;

/// <summary>How the provinces grew that are known in both years.</summary>
/// <param name="Provinces">How many provinces they are.</param>
/// <param name="First">Their sum in the first year, in the unit.</param>
/// <param name="Last">Their sum in the last year, in the unit.</param>
/// <param name="PerYear">The steady growth a year in per cent that leads from one to the other.</param>
public sealed record GrowthTogether(int Provinces, decimal First, decimal Last, decimal? PerYear);
