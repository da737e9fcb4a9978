namespace ServerlessIct.Local.Worker.Queues;

/// <summary>How a queue is listened to.</summary>
/// <param name="BatchSize">How many messages are fetched at once, at most 32.</param>
/// <param name="FetchBelow">Messages are fetched while no more than this many are being worked on.</param>
/// <param name="MostAtATime">How many are worked on at a time.</param>
sealed record QueueLimits(int BatchSize, int FetchBelow, int MostAtATime)
{
    /// <summary>The most that storage gives at once.</summary>
    const int StorageBatch = 32;

    /// <summary>After so many tries a message goes to the poison queue.</summary>
    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>How long a message is invisible without being renewed.</summary>
    public TimeSpan Visibility { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a message that failed stays invisible.</summary>
    public TimeSpan RetryDelay { get; init; }

    /// <summary>The longest pause between two looks at an empty queue.</summary>
    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A fixed number at a time, refilled as each ends.</summary>
    public static QueueLimits AtATime(int number) => new(Math.Min(number, StorageBatch), number - 1, number);

    /// <summary>Batches as host.json describes them for queue triggers.</summary>
    public static QueueLimits Batches(int size, int threshold) => new(size, threshold, size + threshold);
}
