namespace Microsoft.Azure.Functions.Worker;

/// <summary>A function that fails is run again at once by its instance. Only timers can have it; blobs and queues retry through their queue.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class RetryAttribute : Attribute
{
    /// <summary>How many further attempts there are; -1 means without end.</summary>
    public int MaxRetryCount { get; set; }
}
