using System.Globalization;
using Microsoft.Azure.Functions.Worker;

namespace ServerlessIct.Local.Worker.Timers;

/// <summary>How often and how soon a timer that failed is run again, read from its retry attribute.</summary>
static class TimerRetries
{
    public static int Most(RetryAttribute? retry) => retry?.MaxRetryCount ?? 0;

    /// <summary>The pause before a retry, the first being number 1.</summary>
    public static TimeSpan PauseBefore(int number, RetryAttribute retry)
    {
        switch (retry)
        {
            case FixedDelayRetryAttribute always:
                return Interval(always.DelayInterval);
            case ExponentialBackoffRetryAttribute growing:
                var (least, most) = (Interval(growing.MinimumInterval), Interval(growing.MaximumInterval));
                var doubled = least.TotalSeconds * Math.Pow(2, Math.Min(number - 1, 62));
                return doubled < most.TotalSeconds ? TimeSpan.FromSeconds(doubled) : most;
            default:
                throw new NotSupportedException($"There is no pause known for {retry.GetType().Name}.");
        }
    }

    static TimeSpan Interval(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);
}
