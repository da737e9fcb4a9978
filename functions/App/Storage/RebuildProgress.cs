using Azure;

namespace ServerlessIct.App.Storage;

/// <summary>How far a full rebuild has come: what a run that goes on after a crash, or after its time was up, needs to know.</summary>
public sealed record RebuildProgress
{
    /// <summary>The rules that it builds by; a program with others begins anew.</summary>
    public required string Rules { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset Begun { get; init; }

    /// <summary>The last province, in the order of the rebuild, whose rows and those of all before it are stored; null where none is.</summary>
    public string? Province { get; init; }

    /// <summary>How many observations were read for them.</summary>
    public int Observations { get; init; }

    /// <summary>The version of this note in the table; default where it is not stored yet.</summary>
    public ETag ETag { get; init; }
}
