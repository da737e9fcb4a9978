using System.Text.Json.Serialization;

namespace ServerlessIct.App.Api;

/// <summary>How the app is.</summary>
/// <param name="Status"><c>ok</c>, <c>attention</c> or <c>unavailable</c>.</param>
public sealed record HealthAnswer(string Status)
{
    /// <summary>Whether the storage is <c>reachable</c>; absent where it was not asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Storage { get; init; }

    /// <summary>When the series were last brought in line with the observations.</summary>
    public DateTimeOffset? LastAggregation { get; init; }

    /// <summary>How many series wait for the next time; 1,000 stands for more.</summary>
    public int? SeriesWaiting { get; init; }

    /// <summary>How many corrections no longer meet their source.</summary>
    public int? FailedCorrections { get; init; }
}
