using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;

namespace ServerlessIct.Local.Host.TestApp;

/// <summary>What a blob can do.</summary>
sealed class Documents
{
    [Function("Announced")]
    public static async Task AnnouncedAsync(
        [BlobTrigger("%Container%/events/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient blob, string name, IDictionary<string, string> metadata)
    {
        var content = await blob.DownloadContentAsync();
        Seen.Add("announced", name, content.Value.Content, metadata["province"]);
    }

    [Function("Scanned")]
    public static void Scanned([BlobTrigger("%Container%-scan/{folder}/{name}.txt", Source = BlobTriggerSource.LogsAndContainerScan)] string text, string folder, string name) =>
        Seen.Add("scanned", folder, name, text);

    [Function("Unreadable")]
    public static void Unreadable([BlobTrigger("%Container%/broken/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient blob, string name)
    {
        Seen.Add("unreadable", name);
        throw new InvalidOperationException("Never readable.");
    }

    [Function("PoisonedBlob")]
    public static void Poisoned([QueueTrigger("webjobs-blobtrigger-poison")] string message) => Seen.Add("poisoned", message);
}
