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
    public TimeSpan Overlap { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long the web hook may take to answer.</summary>
    public TimeSpan AnswerLimit { get; init; } = TimeSpan.FromSeconds(30);

    const int Parallel = 8;

    /// <summary>A web hook that refuses so many in one look is out of order: the rest waits for the next one.</summary>
    const int MostFailures = 100;

    readonly ConcurrentDictionary<string, (ETag Version, DateTimeOffset Written)> announced = new(StringComparer.Ordinal);
    readonly HttpClient http = new();
    readonly Stopwatch listing = new();
    DateTimeOffset upTo;

    /// <summary>How many versions of blobs it holds.</summary>
    public int Held => announced.Count;

    /// <summary>Announces until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var hasRead = false;
        while (!stop.IsCancellationRequested)
        {
            listing.Reset();
            try
            {
                if (!hasRead) upTo = await ReadStateAsync(stop);
                hasRead = true;
                await AnnounceNewAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogBroken(container.Name, e.GetBaseException().Message);
            }
            var pause = 9 * listing.Elapsed;
            await Task.Delay(pause > pollInterval ? pause : pollInterval, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => http.Dispose();

    async Task AnnounceNewAsync(CancellationToken stop)
    {
        var (latest, failures) = (upTo, new ConcurrentQueue<string>());
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = stop };
        await System.Threading.Tasks.Parallel.ForEachAsync(NewAsync(() => failures.Count < MostFailures, stop), options, async (blob, token) =>
        {
            try
            {
                await AnnounceAsync(blob, token);
            }
            // Of this one; the others need not wait for it.
            catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !token.IsCancellationRequested))
            {
                failures.Enqueue($"{blob.Name}: {e.Message}");
            }
        });
        if (failures.TryPeek(out var first))
        {
            // It stays where it was: what failed is found again.
            LogBroken(container.Name, FormattableString.Invariant($"{failures.Count} failed, the first of them {first}"));
            return;
        }
        foreach (var (_, (_, written)) in announced)
            if (written > latest) latest = written;
        if (latest == upTo) return;
        upTo = latest;
        foreach (var (name, (_, written)) in announced)
            if (written < upTo - Overlap) announced.TryRemove(name, out _);
        await state.GetParentBlobContainerClient().CreateIfNotExistsAsync(cancellationToken: stop);
        await state.UploadAsync(BinaryData.FromString(upTo.ToString("O", CultureInfo.InvariantCulture)), overwrite: true, stop);
    }

    /// <summary>What was written since the last look, or shortly before; nothing where there is no container yet.</summary>
    async IAsyncEnumerable<BlobItem> NewAsync(Func<bool> goesOn, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var since = upTo > DateTimeOffset.MinValue + Overlap ? upTo - Overlap : DateTimeOffset.MinValue;
        await using var blobs = container.GetBlobsAsync(new GetBlobsOptions(), stop).GetAsyncEnumerator(stop);
        while (goesOn() && await MoveNextAsync())
        {
            var blob = blobs.Current;
            if (blob.Properties.LastModified >= since && !(announced.TryGetValue(blob.Name, out var known) && known.Version == blob.Properties.ETag)) yield return blob;
        }

        // Only the time that the storage works is measured, not that of announcing what it found.
        async ValueTask<bool> MoveNextAsync()
        {
            listing.Start();
            try
            {
                return await blobs.MoveNextAsync();
            }
            catch (RequestFailedException e) when (e.Status == 404)
            {
                return false;
            }
            finally
            {
                listing.Stop();
            }
        }
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
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(AnswerLimit);
        using var answer = await http.SendAsync(request, limit.Token);
        answer.EnsureSuccessStatusCode();
        announced[blob.Name] = (blob.Properties.ETag ?? default, blob.Properties.LastModified ?? default);
    }

    async Task<DateTimeOffset> ReadStateAsync(CancellationToken stop)
    {
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
