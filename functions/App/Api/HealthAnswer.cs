using System.Text.Json.Serialization;

namespace ServerlessIct.App.Api;

/// <summary>How the app is.</summary>
/// <param name="Status"><c>ok</c>; <c>attention</c> where a correction no longer meets its source; <c>unavailable</c> where the storage does not answer.</param>
public sealed record HealthAnswer(string Status)
{
    /// <summary>Whether the storage is <c>reachable</c> or <c>unreachable</c>; absent where it was not asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Storage { get; init; }

    /// <summary>When the series were last brought in line with the observations, in UTC; null where that was not asked or never done.</summary>
    public DateTimeOffset? LastAggregation { get; init; }

    /// <summary>How many series wait to be built anew, from 0; 1,000 stands for 1,000 or more.</summary>
    public int? SeriesWaiting { get; init; }

    /// <summary>How many corrections no longer meet their source, from 0.</summary>
    public int? FailedCorrections { get; init; }
}
