using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace ServerlessIct.App.Ingest;

/// <summary>What one document may take.</summary>
/// <param name="MaxDocumentBytes">The setting <c>MaxDocumentBytes</c>: a larger blob is rejected without being downloaded, a larger upload is refused.</param>
/// <param name="MaxObservations">More statistics than this in one document are refused: no report has so many.</param>
/// <param name="ClaimLifetime">How long a writer may be at work on a document: the time limit of a function, and some.</param>
/// <param name="SweepAge">How old a blob without a manifest is before the sweep takes it up.</param>
/// <param name="SweptObservations">How many observations one sweep looks at for their documents; the next one goes on behind them.</param>
public sealed record IngestLimits(int MaxDocumentBytes, int MaxObservations, TimeSpan ClaimLifetime, TimeSpan SweepAge, int SweptObservations)
{
    /// <summary>20 MiB, 20,000 observations, 15 minutes, 2 minutes, 20,000 observations.</summary>
    public static IngestLimits Default { get; } = new(20 * 1024 * 1024, 20_000, TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(2), 20_000);

    /// <summary>The defaults with what the settings say instead.</summary>
    /// <exception cref="InvalidOperationException">A setting is out of its range.</exception>
    public static IngestLimits From(IConfiguration settings)
    {
        const int most = 200 * 1024 * 1024;
        if (settings[nameof(MaxDocumentBytes)] is not { Length: > 0 } text) return Default;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes is >= 1 and <= most
            ? Default with { MaxDocumentBytes = bytes }
            : throw new InvalidOperationException($"The setting {nameof(MaxDocumentBytes)} is '{text}'; it must be a whole number from 1 to {most}.");
    }
}
