namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which attempt an invocation is.</summary>
public abstract class RetryContext
{
    /// <summary>How often the same event was tried before.</summary>
    public abstract int RetryCount { get; }

    /// <summary>After how many retries the event is given up; -1 for never.</summary>
    public abstract int MaxRetryCount { get; }
}
