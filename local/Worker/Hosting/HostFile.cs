using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace ServerlessIct.Local.Worker.Hosting;

/// <summary>
/// What host.json says, with the defaults of the real host. Settings named <c>AzureFunctionsJobHost:…</c> override it, as there.
/// Reference: learn.microsoft.com/azure/azure-functions/functions-host-json.
/// </summary>
sealed record HostFile
{
    public const string FileName = "host.json";

    /// <summary>What stands before every route; empty for nothing.</summary>
    public string RoutePrefix { get; init; } = "api";

    /// <summary>How many blobs are worked on at a time, all blob functions together.</summary>
    public int BlobParallelism { get; init; } = 8 * Environment.ProcessorCount;

    /// <summary>How often a blob is tried before it is given up.</summary>
    public int PoisonBlobThreshold { get; init; } = 5;

    /// <summary>How many messages are fetched at once.</summary>
    public int QueueBatchSize { get; init; } = 16;

    /// <summary>More messages are fetched when no more than this many are being worked on.</summary>
    public int QueueNewBatchThreshold { get; init; } = 8 * Environment.ProcessorCount;

    /// <summary>How often a message is tried before it is given up.</summary>
    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>How long a message that failed stays invisible.</summary>
    public TimeSpan QueueRetryDelay { get; init; } = TimeSpan.Zero;

    /// <summary>The longest pause between two looks at an empty queue.</summary>
    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether the text of messages is Base64, which is the default.</summary>
    public bool QueueMessagesAreBase64 { get; init; } = true;

    /// <summary>After which a function is cancelled; null for never.</summary>
    public TimeSpan? FunctionTimeout { get; init; } = TimeSpan.FromMinutes(30);

    public static HostFile Read(IConfiguration settings, StartupProblems problems)
    {
        var read = new BoundedSettings(settings, FileName, problems);
        var defaults = new HostFile();
        var batchSize = read.Whole("extensions:queues:batchSize", defaults.QueueBatchSize, 1, 32);
        return new HostFile
        {
            RoutePrefix = (settings["extensions:http:routePrefix"] ?? defaults.RoutePrefix).Trim('/'),
            BlobParallelism = read.Whole("extensions:blobs:maxDegreeOfParallelism", defaults.BlobParallelism, 1, 1000),
            PoisonBlobThreshold = read.Whole("extensions:blobs:poisonBlobThreshold", defaults.PoisonBlobThreshold, 1, 1000),
            QueueBatchSize = batchSize,
            QueueNewBatchThreshold = read.Whole("extensions:queues:newBatchThreshold", batchSize / 2 * Environment.ProcessorCount, 0, 1000),
            MaxDequeueCount = read.Whole("extensions:queues:maxDequeueCount", defaults.MaxDequeueCount, 1, 1000),
            QueueRetryDelay = read.Duration("extensions:queues:visibilityTimeout", defaults.QueueRetryDelay, TimeSpan.Zero, TimeSpan.FromDays(7)),
            MaxPollingInterval = read.Duration("extensions:queues:maxPollingInterval", defaults.MaxPollingInterval, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1)),
            QueueMessagesAreBase64 = !string.Equals(settings["extensions:queues:messageEncoding"], "none", StringComparison.OrdinalIgnoreCase),
            FunctionTimeout = Timeout(settings["functionTimeout"], defaults.FunctionTimeout, read),
        };
    }

    static TimeSpan? Timeout(string? text, TimeSpan? absent, BoundedSettings read) => text switch
    {
        null => absent,
        _ when text.Trim() is "-1" or "-00:00:01" || TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span < TimeSpan.Zero => null,
        _ => read.Duration("functionTimeout", TimeSpan.Zero, TimeSpan.FromMilliseconds(100), TimeSpan.FromDays(10)),
    };
}
