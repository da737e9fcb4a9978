namespace ServerlessIct.Azure.Tests.Scale;

/// <summary>
/// The published targets of table storage: 2,000 entities a second in a partition, 20,000 operations a second in an account
/// (learn.microsoft.com/azure/storage/tables/scalability-targets). Each is a bucket that holds one second's worth; what finds it empty is refused.
/// </summary>
sealed class TableLimits
{
    public const double OfPartition = 2_000, OfAccount = 20_000;

    readonly Dictionary<string, (double Tokens, double At)> buckets = new(StringComparer.Ordinal);

    /// <summary>Whether a write of so many entities to a partition is accepted at this second.</summary>
    public bool Accepts(string partition, int entities, double now)
    {
        var account = Level("", OfAccount, now);
        var own = Level(partition, OfPartition, now);
        // A refused request costs the account an operation too.
        if (own < entities || account < entities)
        {
            buckets[""] = (Math.Max(0, account - 1), now);
            return false;
        }
        buckets[""] = (account - entities, now);
        buckets[partition] = (own - entities, now);
        return true;
    }

    double Level(string name, double rate, double now) =>
        buckets.TryGetValue(name, out var b) ? Math.Min(rate, b.Tokens + (now - b.At) * rate) : rate;
}
