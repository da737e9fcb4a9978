using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace ServerlessIct.Local.Worker.CrashApp;

/// <summary>Says that it began, takes its time, and says that it is done: long enough to be killed in between.</summary>
public sealed class SlowCopy(IConfiguration settings)
{
    [Function("SlowCopy")]
    public async Task RunAsync(
        [BlobTrigger("%Container%/in/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient blob, string name, CancellationToken cancellation)
    {
        var container = blob.GetParentBlobContainerClient();
        await container.GetBlobClient($"began/{name}/{Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture)}").UploadAsync(BinaryData.Empty, overwrite: true, cancellation);
        await Task.Delay(TimeSpan.Parse(settings["Takes"]!, System.Globalization.CultureInfo.InvariantCulture), cancellation);
        await container.GetBlobClient($"done/{name}").UploadAsync(BinaryData.Empty, overwrite: true, cancellation);
    }
}
