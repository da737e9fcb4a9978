using ServerlessIct.Indicators;

namespace ServerlessIct.App.Api;

/// <summary>A province in a ranking.</summary>
/// <param name="Province">The slug of the province, for instance <c>soc-trang</c>.</param>
/// <param name="Rank">Its place, 1 the best, ties shared; null where it is not ranked.</param>
/// <param name="Value">Its value in its unit.</param>
/// <param name="Unit">The unit of the value.</param>
/// <param name="Qualifier">How exactly the source states the value.</param>
/// <param name="Contribution">The percentage points that it adds to the growth of all together; null where it is not known in both years.</param>
public sealed record RankedAnswer(string Province, int? Rank, decimal Value, Unit Unit, Qualifier Qualifier, decimal? Contribution);
