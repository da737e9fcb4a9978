using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace ServerlessIct.App.Api;

/// <summary>
/// How fast one caller may ask: the setting <c>RequestsPerMinute</c>, counted in each instance of the app by itself; 0 for no limit. This is the
/// generic cell rate algorithm: kept is one time a caller, the theoretical arrival time, at which the requests so far would have ended had they
/// come evenly.
/// </summary>
public sealed class GcraRateLimiter(int perMinute, TimeProvider time)
{
    const int Default = 6_000, Most = 1_000_000, MostCallers = 20_000;

    static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<string, DateTimeOffset> due = new(StringComparer.Ordinal);
    readonly Lock pruning = new();

    /// <summary>Reads the setting.</summary>
    /// <exception cref="InvalidOperationException">It is out of its range.</exception>
    public static GcraRateLimiter From(IConfiguration settings, TimeProvider time)
    {
        if (settings["RequestsPerMinute"] is not { Length: > 0 } text) return new GcraRateLimiter(Default, time);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rate) && rate <= Most
            ? new GcraRateLimiter(rate, time)
            : throw new InvalidOperationException($"The setting RequestsPerMinute is '{text}'; it must be a whole number from 0 (no limit) to {Most}.");
    }

    /// <summary>The rate, for messages.</summary>
    public int PerMinute => perMinute;

    /// <summary>Counts a request of a caller.</summary>
    /// <returns>Null where it may pass; else after how long to come again.</returns>
    public TimeSpan? Wait(string caller)
    {
        if (perMinute == 0) return null;
        Prune();
        var now = time.GetUtcNow();
        var step = Window / perMinute;
        var late = TimeSpan.Zero;
        due.AddOrUpdate(
            caller,
            _ => now + step,
            (_, last) =>
            {
                var next = (last > now ? last : now) + step;
                late = next - now - Window;
                return late > TimeSpan.Zero ? last : next;
            });
        return late > TimeSpan.Zero ? late : null;
    }

    void Prune()
    {
        if (due.Count <= MostCallers || !pruning.TryEnter()) return;
        try
        {
            var now = time.GetUtcNow();
            foreach (var (caller, when) in due)
                if (when <= now) due.TryRemove(caller, out _);
            // So many at once are no readers: all begin anew rather than fill the memory.
            if (due.Count > MostCallers) due.Clear();
        }
        finally
        {
            pruning.Exit();
        }
    }
}
