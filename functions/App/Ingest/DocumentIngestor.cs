using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Polly;
using ServerlessIct.App.Storage;
using ServerlessIct.App.Telemetry;

namespace ServerlessIct.App.Ingest;

/// <summary>
/// Brings the tables in line with a document's blob as it is now. The order of writing makes a crash at any point repairable by doing it again:
/// manifest "received" with every row that may exist → text → rows → marks of dirty series → what is amiss → manifest with its result.
/// The ETag of the manifest decides between two writers; who loses looks again.
/// </summary>
public sealed partial class DocumentIngestor(
    DocumentBlobs blobs,
    DocumentTable documents,
    DocumentIssueTable issues,
    ObservationTable observations,
    DirtySeriesTable dirtySeries,
    DocumentExtractor extractor,
    IngestLimits limits,
    TimeProvider time,
    Measurements measurements,
    ILogger<DocumentIngestor> log)
{
    readonly ResiliencePipeline retries = StorageRetries.Pipeline(time, measurements);

    /// <summary>Reads the blob of this name, or removes what is known of it where it is gone. Doing so twice, late or at once is harmless.</summary>
    /// <returns>The manifest; null where neither blob nor manifest exists.</returns>
    /// <exception cref="Azure.RequestFailedException">The storage stayed unavailable; try again later.</exception>
    public Task<DocumentManifest?> IngestAsync(string name, CancellationToken cancellationToken) => IngestAsync(name, again: false, [], cancellationToken);

    /// <summary>The same, though this version of the blob was dealt with before: what reads it may have changed since.</summary>
    public Task<DocumentManifest?> IngestAgainAsync(string name, CancellationToken cancellationToken) => IngestAsync(name, again: true, [], cancellationToken);

    /// <summary>The same for a document of which rows were found that no manifest names: they are removed, unless the blob states them.</summary>
    public Task<DocumentManifest?> AdoptAsync(string name, IEnumerable<RowAddress> rows, CancellationToken cancellationToken) =>
        IngestAsync(name, again: false, rows, cancellationToken);

    async Task<DocumentManifest?> IngestAsync(string name, bool again, IEnumerable<RowAddress> found, CancellationToken cancellationToken)
    {
        // Rows that a lost race may have left behind: the next attempt owns them.
        var written = found.ToHashSet();
        using var trace = DocumentTrace.Begin(DocumentId.Of(name));
        try
        {
            var result = await retries.ExecuteAsync(async token => await AttemptAsync(name, again, written, token), cancellationToken);
            if (result is not null) trace.Finished(result);
            return result;
        }
        catch (Exception e)
        {
            trace.Failed(e);
            throw;
        }
    }

    /// <summary>Notes that a document was given up, unless it has succeeded meanwhile.</summary>
    /// <param name="name">The name of the blob.</param>
    /// <param name="reason">What to tell of it.</param>
    /// <param name="givenUpAt">When it was, where this version had been read before: only a success since then counts. Null where any does.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public async Task RecordFailureAsync(string name, string reason, DateTimeOffset? givenUpAt, CancellationToken cancellationToken) =>
        await retries.ExecuteAsync(
            async token =>
            {
                using var trace = DocumentTrace.Begin(DocumentId.Of(name));
                var known = await documents.FindAsync(DocumentId.Of(name), token);
                var blob = await blobs.FindAsync(name, token);
                if (blob is null || (known is { IsFinished: true } && known.BlobETag == blob.ETag.ToString("H") && !(known.UpdatedAt < givenUpAt))) return;
                var failed = Described(known, blob) with { Status = DocumentStatus.Failed, Error = reason, UpdatedAt = time.GetUtcNow() };
                await issues.NoteAsync(known, failed, token);
                var given = await documents.SaveAsync(failed, token);
                measurements.Finished(DocumentStatus.Failed, null, 0, 0);
                trace.Finished(given);
            },
            cancellationToken);

    async Task<DocumentManifest?> AttemptAsync(string name, bool again, HashSet<RowAddress> written, CancellationToken cancellationToken)
    {
        var known = await documents.FindAsync(DocumentId.Of(name), cancellationToken);
        var blob = await blobs.FindAsync(name, cancellationToken);
        if (blob is null) return await RemoveAsync(name, known, written, cancellationToken);
        if (!again && known is not null && IsUpToDate(known, blob, written)) return known;
        measurements.Waited(time.GetUtcNow() - blob.UploadedAt);
        var content = await ReadAsync(blob, cancellationToken);
        var rows = content.Observations.Select(o => o.Address()).ToHashSet();
        var claim = await ClaimAsync(Described(known, blob), known, written.Union(rows), cancellationToken);
        written.UnionWith(rows);
        await StoreAsync(claim, blob, content, cancellationToken);
        await WriteRowsAsync(content.Observations, claim.Rows.Except(rows), cancellationToken);
        await MarkAsync(claim, cancellationToken);
        var finished = Result(claim, content, rows);
        await issues.NoteAsync(known, finished, cancellationToken);
        var result = await documents.SaveAsync(finished, cancellationToken);
        Count(blob, content);
        LogResult(name, result.Status, result.Observations);
        return result;
    }

    void Count(ArticleBlob blob, DocumentContent content)
    {
        var catalogued = content.Observations.Count(o => o.Observation.Indicator is not null);
        measurements.Finished(content.Status, content.Rejection, catalogued, content.Observations.Count - catalogued);
        measurements.Took(time.GetUtcNow() - blob.UploadedAt);
    }

    async Task<DocumentContent> ReadAsync(ArticleBlob blob, CancellationToken cancellationToken)
    {
        using var step = DocumentTrace.Step("read");
        return await extractor.ExtractAsync(blob, cancellationToken);
    }

    async Task WriteRowsAsync(IEnumerable<ObservationRecord> rows, IEnumerable<RowAddress> stale, CancellationToken cancellationToken)
    {
        using var step = DocumentTrace.Step("write rows");
        await observations.ReplaceAsync(rows, stale, cancellationToken);
    }

    /// <summary>Whether a former run has dealt with this very version, and nobody can still be writing rows of another.</summary>
    bool IsUpToDate(DocumentManifest known, ArticleBlob blob, HashSet<RowAddress> written) =>
        known.IsFinished && known.BlobETag == blob.ETag.ToString("H") && written.IsSubsetOf(known.Rows) && (known.Settled || IsRecent(known));

    bool IsRecent(DocumentManifest known) => time.GetUtcNow() - known.UpdatedAt < limits.ClaimLifetime;

    async Task<DocumentManifest> ClaimAsync(
        DocumentManifest manifest, DocumentManifest? known, IEnumerable<RowAddress> rows, CancellationToken cancellationToken)
    {
        var contested = known is not null && IsRecent(known) && (known.Status == DocumentStatus.Received || !known.Settled);
        return await documents.SaveAsync(
            manifest with
            {
                Status = DocumentStatus.Received,
                UpdatedAt = time.GetUtcNow(),
                Settled = !contested,
                Rows = manifest.Rows.Union(manifest.RowsInDoubt).Union(rows).ToHashSet(),
                RowsInDoubt = new HashSet<RowAddress>(),
            },
            cancellationToken);
    }

    async Task StoreAsync(DocumentManifest claim, ArticleBlob blob, DocumentContent content, CancellationToken cancellationToken)
    {
        using var step = DocumentTrace.Step("store text");
        if (content.Extraction is { } read)
        {
            await blobs.SaveTextAsync(claim.Id, read.Text, cancellationToken);
            await blobs.DropRejectedAsync(claim.Id, cancellationToken);
        }
        else
        {
            await blobs.SaveRejectedAsync(claim.Id, blob, content.Error!, cancellationToken);
            await blobs.DropTextAsync(claim.Id, cancellationToken);
        }
    }

    async Task MarkAsync(DocumentManifest claim, CancellationToken cancellationToken)
    {
        using var step = DocumentTrace.Step("mark series");
        await dirtySeries.MarkAsync(claim.Rows.Select(r => r.Series()).OfType<SeriesKey>(), cancellationToken);
    }

    async Task<DocumentManifest?> RemoveAsync(string name, DocumentManifest? known, HashSet<RowAddress> written, CancellationToken cancellationToken)
    {
        if (known is null && written.Count == 0) return null;
        var manifest = known ?? new DocumentManifest { Id = DocumentId.Of(name), Name = name };
        var claim = await ClaimAsync(manifest with { BlobETag = "" }, known, written, cancellationToken);
        await WriteRowsAsync([], claim.Rows, cancellationToken);
        await MarkAsync(claim, cancellationToken);
        await blobs.DropTextAsync(claim.Id, cancellationToken);
        await blobs.DropRejectedAsync(claim.Id, cancellationToken);
        await issues.ForgetAsync(claim.Id, cancellationToken);
        // Another writer may yet write rows, and end before he removes them: they are known by this manifest alone, and the sweep removes both.
        if (!claim.Settled) return null;
        await documents.DeleteAsync(claim, cancellationToken);
        measurements.Removed();
        LogRemoved(name);
        return null;
    }

    static DocumentManifest Described(DocumentManifest? known, ArticleBlob blob) =>
        (known ?? new DocumentManifest { Id = DocumentId.Of(blob.Name), Name = blob.Name }) with
        {
            BlobETag = blob.ETag.ToString("H"),
            Bytes = blob.Bytes,
            UploadedAt = blob.UploadedAt,
            Error = null,
        };

    DocumentManifest Result(DocumentManifest claim, DocumentContent content, IReadOnlySet<RowAddress> rows) => claim with
    {
        Status = content.Status,
        UpdatedAt = time.GetUtcNow(),
        Error = content.Error,
        Sha256 = content.Sha256,
        Format = content.Format,
        Source = content.Source,
        Title = content.Extraction?.Title is { } title ? CutText.To(BlobHints.LongestValue, title) : null,
        Province = content.Extraction?.Province,
        Period = content.Extraction?.Period?.ToString(),
        Observations = content.Observations.Count,
        Notes = content.Extraction is { } read ? DocumentNote.Of(read) : [],
        Rows = rows,
        RowsInDoubt = claim.Settled ? new HashSet<RowAddress>() : claim.Rows.Except(rows).ToHashSet(),
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "Document {Name}: {Status}, {Observations} observations.")]
    partial void LogResult(string name, DocumentStatus status, int observations);

    [LoggerMessage(Level = LogLevel.Information, Message = "Document {Name}: gone, removed.")]
    partial void LogRemoved(string name);
}

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
