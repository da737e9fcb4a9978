using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Microsoft.Azure.WebJobs.Extensions.Timers;

namespace ServerlessIct.Local.Host.Triggers;

/// <summary>
/// When each timer ran last, in the container of the host, so that what was missed while no host ran is made up for. The monitor of the timers'
/// package cannot be used: it was built against another generation of the storage client and does not load beside this one.
/// </summary>
sealed class ScheduleStatusStore(BlobContainerClient container, string hostId) : ScheduleMonitor
{
    public override async Task<ScheduleStatus> GetStatusAsync(string timerName)
    {
        try
        {
            var found = await Blob(timerName).DownloadContentAsync();
            // The timer takes null for: never ran.
            return JsonSerializer.Deserialize<ScheduleStatus>(found.Value.Content)!;
        }
        // What cannot be read is as if it had never run; the next run writes it anew.
        catch (Exception e) when (e is RequestFailedException { Status: 404 } or JsonException)
        {
            return null!;
        }
    }

    public override async Task UpdateStatusAsync(string timerName, ScheduleStatus status)
    {
        await container.CreateIfNotExistsAsync();
        await Blob(timerName).UploadAsync(BinaryData.FromObjectAsJson(status), overwrite: true);
    }

    BlobClient Blob(string timer) => container.GetBlobClient($"timers/{hostId}/{timer}/status");
}
