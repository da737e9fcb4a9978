namespace ServerlessIct.App.Storage;

/// <summary>How the aggregation stands.</summary>
public sealed record AggregationState
{
    /// <summary>When the last run ended; null where none has.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>The rules that all series were last built by; another version of the program may have others.</summary>
    public string Rules { get; init; } = "";

    /// <summary>Whether a full rebuild was begun and has not ended.</summary>
    public bool IsFullRebuildPending { get; init; }

    /// <summary>How many observations the last full rebuild read.</summary>
    public int Observations { get; init; }

    /// <summary>How many corrections no longer met what they expect when they were last looked at.</summary>
    public int FailedCorrections { get; init; }
}
