using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;

namespace ServerlessIct.App.Ingest;

/// <summary>What reading one version of a blob gave: a text with observations, or the reason why not.</summary>
sealed record DocumentContent
{
    public required DocumentStatus Status { get; init; }

    public string? Error { get; init; }

    /// <summary>The code of the reason where the document was rejected.</summary>
    public string? Rejection { get; init; }

    public string? Sha256 { get; init; }

    public string? Format { get; init; }

    public string? Source { get; init; }

    public Reading? Reading { get; init; }

    public IReadOnlyList<ObservationRecord> Observations { get; init; } = [];

    public static DocumentContent Rejected(string code, string error) => new() { Status = DocumentStatus.Rejected, Rejection = code, Error = error };

    public static DocumentContent Failed(string error) => new() { Status = DocumentStatus.Failed, Error = error };
}
