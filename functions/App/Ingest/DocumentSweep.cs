using Azure;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using ServerlessIct.App.Storage;
using ServerlessIct.App.Telemetry;

namespace ServerlessIct.App.Ingest;

/// <summary>
/// Takes up what fell by the wayside: blobs that no event announced, work that a crash broke off, manifests whose blob is gone, observations that no
/// manifest names. It also reviews what is noted as amiss with documents, as it goes through all manifests anyway.
/// </summary>
public sealed partial class DocumentSweep(
    DocumentBlobs blobs, DocumentTable documents, DocumentIssueTable issues, DocumentIngestor ingestor, OrphanedObservations orphans, IngestLimits limits,
    TimeProvider time, Measurements measurements, ILogger<DocumentSweep> log)
{
    /// <summary>Goes once through all blobs and manifests, and through the next part of the observations.</summary>
    /// <returns>How many documents were taken up, those included of which only observations were left.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var manifests = new Dictionary<string, DocumentManifest>(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var review = await IssueReview.BeginAsync(issues, cancellationToken);
        await foreach (var manifest in documents.AllAsync(cancellationToken))
        {
            manifests[manifest.Name] = manifest;
            ids.Add(manifest.Id);
            review.Add(manifest);
        }
        await review.EndAsync(cancellationToken);
        var names = new List<string>();
        var now = time.GetUtcNow();
        var oldest = now;
        await foreach (var (name, etag, uploadedAt) in blobs.ListAsync(cancellationToken))
        {
            var manifest = manifests.Remove(name, out var known) ? known : null;
            if ((manifest is null || manifest.Status is DocumentStatus.Uploaded or DocumentStatus.Received) && uploadedAt < oldest) oldest = uploadedAt.Value;
            if (IsOverdue(manifest, etag, uploadedAt)) names.Add(name);
        }
        measurements.OldestWaiting(now - oldest);
        // What is left has no blob, or got one after the list was read: ingest looks again, unless somebody may be at work on it.
        names.AddRange(manifests.Values.Where(m => m.Status != DocumentStatus.Received || now - m.UpdatedAt >= limits.ClaimLifetime).Select(m => m.Name));
        foreach (var name in names) await TakeUpAsync(name, () => ingestor.IngestAsync(name, cancellationToken));
        var orphaned = await orphans.FindAsync(ids, cancellationToken);
        foreach (var (name, rows) in orphaned) await TakeUpAsync(name, () => ingestor.AdoptAsync(name, rows, cancellationToken));
        var count = names.Count + orphaned.Count;
        if (count > 0) LogSwept(count);
        return count;
    }

    bool IsOverdue(DocumentManifest? manifest, ETag? etag, DateTimeOffset? uploadedAt)
    {
        var now = time.GetUtcNow();
        if (manifest is null) return IsOld(uploadedAt);
        var isOther = etag is { } version && manifest.BlobETag != version.ToString("H");
        return manifest.Status switch
        {
            // What was given up stays so until somebody uploads it again.
            _ when isOther => IsOld(uploadedAt),
            DocumentStatus.Uploaded => IsOld(uploadedAt),
            DocumentStatus.Received => now - manifest.UpdatedAt >= limits.ClaimLifetime,
            _ => !manifest.Settled && now - manifest.UpdatedAt >= limits.ClaimLifetime,
        };

        bool IsOld(DateTimeOffset? written) => written is null || now - written >= limits.SweepAge;
    }

    async Task TakeUpAsync(string name, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (RequestFailedException e)
        {
            LogLeft(e, name);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The sweep took up {Count} documents.")]
    partial void LogSwept(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sweep leaves document {Name} for its next run.")]
    partial void LogLeft(Exception fault, string name);
}

/// <summary>Runs every few minutes (the setting <c>SweepSchedule</c>).</summary>
public sealed class SweepDocuments(DocumentSweep sweep)
{
    /// <summary>Takes up what no event announced and what a crash broke off.</summary>
    [Function(nameof(SweepDocuments))]
    public Task Run([TimerTrigger("%SweepSchedule%")] TimerInfo timer, CancellationToken cancellationToken) => sweep.RunAsync(cancellationToken);
}
