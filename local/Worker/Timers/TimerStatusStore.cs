using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Azure.Functions.Worker;

namespace ServerlessIct.Local.Worker.Timers;

/// <summary>Where a timer stands, kept in a blob as the real host keeps it.</summary>
sealed class TimerStatusStore(BlobClient blob)
{
    /// <summary>The status, or null where the timer never ran or what is stored cannot be read.</summary>
    public async Task<ScheduleStatus?> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            var content = await blob.DownloadContentAsync(cancellation);
            return content.Value.Content.ToObjectFromJson<ScheduleStatus>();
        }
        catch (RequestFailedException e) when (e.Status is 404)
        {
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public async Task WriteAsync(ScheduleStatus status, CancellationToken cancellation)
    {
        await blob.GetParentBlobContainerClient().CreateIfNotExistsAsync(cancellationToken: cancellation);
        await blob.UploadAsync(BinaryData.FromObjectAsJson(status), overwrite: true, cancellation);
    }
}
