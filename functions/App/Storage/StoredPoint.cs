using Azure;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Storage;

/// <summary>A point of a series as it was read from the table.</summary>
/// <param name="Point">The point.</param>
/// <param name="ETag">Its version.</param>
/// <param name="Fingerprint">Its content, to see whether it changes.</param>
public sealed record StoredPoint(SeriesPoint Point, ETag ETag, string Fingerprint);
