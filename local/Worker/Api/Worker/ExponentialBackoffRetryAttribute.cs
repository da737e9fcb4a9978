using System.Globalization;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Retries after a delay that doubles from a minimum to a maximum, both written <c>hh:mm:ss</c>.</summary>
public class ExponentialBackoffRetryAttribute : RetryAttribute
{
    /// <summary>Takes the number of further attempts and the bounds of the delay.</summary>
    public ExponentialBackoffRetryAttribute(int maxRetryCount, string minimumInterval, string maximumInterval)
    {
        var minimum = Interval(minimumInterval, nameof(minimumInterval));
        var maximum = Interval(maximumInterval, nameof(maximumInterval));
        if (minimum > maximum)
            throw new ArgumentException("The least delay of a retry is not above the greatest.", nameof(minimumInterval));
        MaxRetryCount = maxRetryCount;
        MinimumInterval = minimumInterval;
        MaximumInterval = maximumInterval;
    }

    /// <summary>The delay before the first retry, <c>hh:mm:ss</c>.</summary>
    public string MinimumInterval { get; }

    /// <summary>The delay that is never exceeded, <c>hh:mm:ss</c>.</summary>
    public string MaximumInterval { get; }

    static TimeSpan Interval(string text, string parameter) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval >= TimeSpan.Zero
            ? interval
            : throw new ArgumentOutOfRangeException(parameter, text, "A retry delay is written hh:mm:ss and is not negative.");
}
