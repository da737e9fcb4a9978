using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Logging;

namespace ServerlessIct.Local.Host.Triggers;

/// <summary>
/// What Event Grid does in Azure: tells the web hook of the blobs what was written into a container. It lists the container and announces what is
/// newer than all that it has announced, less an overlap; how far it has come is kept in the storage. An announcement may come twice, as Event
/// Grid's may. It holds the versions of the overlap only, and lists no more than a tenth of the time, however many blobs there are.
/// </summary>
/// <param name="container">The container.</param>
/// <param name="state">Where it keeps how far it has come.</param>
/// <param name="webHook">Where it posts.</param>
/// <param name="key">The key that the web hook asks for; null for none.</param>
/// <param name="pollInterval">The least pause between two lists.</param>
sealed partial class BlobAnnouncer(BlobContainerClient container, BlobClient state, Uri webHook, string? key, TimeSpan pollInterval, ILogger log) : IDisposable
{
    /// <summary>
    /// An upload that took long is dated by its beginning, and a message that a killed host had taken is hidden for ten minutes: what is announced
    /// again after a start is taken up at once.
    /// </summary>
    static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    const int Parallel = 8;

    readonly ConcurrentDictionary<string, (ETag Version, DateTimeOffset Written)> announced = new(StringComparer.Ordinal);
    readonly HttpClient http = new();
    DateTimeOffset upTo;

    /// <summary>Announces until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var hasRead = false;
        while (!stop.IsCancellationRequested)
        {
            var clock = Stopwatch.StartNew();
            try
            {
                if (!hasRead) upTo = await ReadStateAsync(stop);
                hasRead = true;
                await AnnounceNewAsync(stop);
            }
            catch (RequestFailedException e) when (e.Status == 404)
            {
                // There is no container yet.
            }
            catch (Exception e) when (e is RequestFailedException or AggregateException or HttpRequestException)
            {
                LogBroken(container.Name, e.GetBaseException().Message);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            var pause = 9 * clock.Elapsed;
            await Task.Delay(pause > pollInterval ? pause : pollInterval, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => http.Dispose();

    async Task AnnounceNewAsync(CancellationToken stop)
    {
        var latest = upTo;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = stop };
        await System.Threading.Tasks.Parallel.ForEachAsync(NewAsync(stop), options, async (blob, token) => await AnnounceAsync(blob, token));
        foreach (var (_, (_, written)) in announced)
            if (written > latest) latest = written;
        if (latest == upTo) return;
        upTo = latest;
        foreach (var (name, (_, written)) in announced)
            if (written < upTo - Overlap) announced.TryRemove(name, out _);
        await state.UploadAsync(BinaryData.FromString(upTo.ToString("O", CultureInfo.InvariantCulture)), overwrite: true, stop);
    }

    async IAsyncEnumerable<BlobItem> NewAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var since = upTo > DateTimeOffset.MinValue + Overlap ? upTo - Overlap : DateTimeOffset.MinValue;
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: stop))
            if (blob.Properties.LastModified >= since && !(announced.TryGetValue(blob.Name, out var known) && known.Version == blob.Properties.ETag)) yield return blob;
    }

    async Task AnnounceAsync(BlobItem blob, CancellationToken stop)
    {
        var address = container.GetBlobClient(blob.Name).Uri.AbsoluteUri;
        object[] events =
        [
            new
            {
                id = Guid.NewGuid().ToString(),
                eventType = "Microsoft.Storage.BlobCreated",
                eventTime = blob.Properties.LastModified,
                dataVersion = "1",
                subject = $"/blobServices/default/containers/{container.Name}/blobs/{blob.Name}",
                data = new { api = "PutBlob", contentType = blob.Properties.ContentType, contentLength = blob.Properties.ContentLength, blobType = "BlockBlob", url = address },
            },
        ];
        using var request = new HttpRequestMessage(HttpMethod.Post, webHook) { Content = JsonContent.Create(events) };
        request.Headers.Add("aeg-event-type", "Notification");
        if (key is not null) request.Headers.Add("x-functions-key", key);
        using var answer = await http.SendAsync(request, stop);
        answer.EnsureSuccessStatusCode();
        announced[blob.Name] = (blob.Properties.ETag ?? default, blob.Properties.LastModified ?? default);
    }

    async Task<DateTimeOffset> ReadStateAsync(CancellationToken stop)
    {
        await state.GetParentBlobContainerClient().CreateIfNotExistsAsync(cancellationToken: stop);
        try
        {
            var found = await state.DownloadContentAsync(stop);
            return DateTimeOffset.TryParse(found.Value.Content.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : DateTimeOffset.MinValue;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return DateTimeOffset.MinValue;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "New blobs of {Container} could not be announced; that is tried again: {Reason}")]
    partial void LogBroken(string container, string reason);
}
