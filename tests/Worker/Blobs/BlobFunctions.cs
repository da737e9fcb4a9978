using System.Text;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.Local.Worker.Tests.Support;

namespace ServerlessIct.Local.Worker.Tests.Blobs;

public sealed class NameOfBlob(Seen seen)
{
    [Function("NameOfBlob")]
    public void Run([BlobTrigger("%Container%/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient blob, string name) =>
        seen.Add((blob.Name, name));
}

public sealed class ContentsOfBlob(Seen seen)
{
    [Function("ContentsOfBlob")]
    public async Task RunAsync(
        [BlobTrigger("%Container%/{folder}/{name}.{extension}", Source = BlobTriggerSource.EventGrid)] Stream content,
        string folder, string name, string extension, string blobTrigger, Uri uri, IDictionary<string, string> metadata,
        FunctionContext context, CancellationToken cancellation)
    {
        using var reader = new StreamReader(content);
        seen.Add($"{folder}|{name}|{extension}|{blobTrigger[(blobTrigger.IndexOf('/', StringComparison.Ordinal) + 1)..]}|{uri.Segments[^1]}|{metadata["province"]}|{context.FunctionId}|{await reader.ReadToEndAsync(cancellation)}");
    }
}

public sealed class TextOfBlob(Seen seen)
{
    [Function("TextOfBlob")]
    public void Run([BlobTrigger("%Container%/text/{name}", Source = BlobTriggerSource.EventGrid)] string text) => seen.Add("text " + text);
}

public sealed class BytesOfBlob(Seen seen)
{
    [Function("BytesOfBlob")]
    public void Run([BlobTrigger("%Container%/bytes/{name}", Source = BlobTriggerSource.EventGrid)] byte[] bytes) => seen.Add("bytes " + Encoding.UTF8.GetString(bytes));
}

public sealed class ScannedBlob(Seen seen)
{
    [Function("ScannedBlob")]
    public void Run([BlobTrigger("%Container%/{name}")] string text) => seen.Add(text);
}

public sealed class FailingBlob(Seen seen)
{
    [Function("FailingBlob")]
    public void Run([BlobTrigger("%Container%/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient blob, FunctionContext context)
    {
        seen.Add(string.Create(null, $"{blob.Name} {context.RetryContext.RetryCount}"));
        throw new InvalidOperationException("This blob is never good.");
    }
}

public sealed class HangingBlob(Seen seen)
{
    [Function("HangingBlob")]
    public async Task RunAsync([BlobTrigger("%Container%/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient blob, CancellationToken cancellation)
    {
        seen.Add("began " + blob.Name);
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        finally
        {
            seen.Add("cancelled " + blob.Name);
        }
    }
}

/// <summary>Neither ends nor listens, until the test lets it go.</summary>
public sealed class DeafBlob(Seen seen, ManualResetEventSlim letGo)
{
    [Function("DeafBlob")]
    public void Run([BlobTrigger("%Container%/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient blob)
    {
        seen.Add(blob.Name);
        letGo.Wait();
    }
}

public sealed class CrowdedBlob(Seen seen, Crowd crowd)
{
    [Function("CrowdedBlob")]
    public async Task RunAsync([BlobTrigger("%Container%/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient blob, CancellationToken cancellation)
    {
        crowd.Enter();
        await Task.Delay(100, cancellation);
        crowd.Leave();
        seen.Add(blob.Name);
    }
}

/// <summary>How many there were at once.</summary>
public sealed class Crowd
{
    int _now;
    int _most;

    public int Most => _most;

    public void Enter()
    {
        var now = Interlocked.Increment(ref _now);
        int most;
        while (now > (most = _most) && Interlocked.CompareExchange(ref _most, now, most) != most)
        {
        }
    }

    public void Leave() => Interlocked.Decrement(ref _now);
}
