using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessIct.App.Tests;

/// <summary>Sees every request to the storage, and can end the program's ability to make them, as a crash would.</summary>
public sealed class RequestTap : HttpPipelinePolicy
{
    int writes;
    int crashAt = int.MaxValue;

    /// <summary>Writes since the last crash was arranged.</summary>
    public int Writes => writes;

    /// <summary>Runs before a request is sent.</summary>
    public Func<Request, Task>? Before { get; set; }

    /// <summary>From the write of this number (from 1) on, every request fails; 0 for never.</summary>
    public void CrashAtWrite(int number)
    {
        writes = 0;
        crashAt = number == 0 ? int.MaxValue : number;
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (Before is { } before) await before(message.Request);
        var isWrite = message.Request.Method != RequestMethod.Get && message.Request.Method != RequestMethod.Head;
        var count = isWrite ? Interlocked.Increment(ref writes) : writes;
        if (count >= crashAt) throw new CrashException();
        await ProcessNextAsync(message, pipeline);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        ProcessAsync(message, pipeline).AsTask().GetAwaiter().GetResult();
}

public sealed class CrashException() : Exception("The program ended here.");
