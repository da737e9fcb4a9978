using ServerlessIct.Indicators;

namespace ServerlessIct.App.Api;

/// <summary>A province in a ranking.</summary>
/// <param name="Province">The slug.</param>
/// <param name="Rank">Its place, 1 the best, ties shared; null where it is not ranked.</param>
/// <param name="Value">Its value.</param>
/// <param name="Unit">The unit of the value.</param>
/// <param name="Qualifier">How exactly it was stated.</param>
/// <param name="Contribution">The percentage points that it adds to the growth of all together.</param>
public sealed record RankedAnswer(string Province, int? Rank, decimal Value, Unit Unit, Qualifier Qualifier, decimal? Contribution);
