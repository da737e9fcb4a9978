using System.Globalization;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Retries after a delay that is always the same, written <c>hh:mm:ss</c>.</summary>
public class FixedDelayRetryAttribute : RetryAttribute
{
    /// <summary>Takes the number of further attempts and the delay between them.</summary>
    public FixedDelayRetryAttribute(int maxRetryCount, string delayInterval)
    {
        if (!TimeSpan.TryParse(delayInterval, CultureInfo.InvariantCulture, out var delay) || delay < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(delayInterval), delayInterval, "A retry delay is written hh:mm:ss and is not negative.");
        MaxRetryCount = maxRetryCount;
        DelayInterval = delayInterval;
    }

    /// <summary>The delay, <c>hh:mm:ss</c>.</summary>
    public string DelayInterval { get; }
}
