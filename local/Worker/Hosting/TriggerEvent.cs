namespace ServerlessIct.Local.Worker.Hosting;

/// <summary>What a trigger gives to one run of its function.</summary>
/// <param name="Value">The blob, message, timer state or HTTP context.</param>
/// <param name="Data">What it says beside that, by name.</param>
/// <param name="Subject">What to name in the log: a blob's path, a request's, none.</param>
/// <param name="RetryCount">How often it was retried by the function's attribute. Queues retry too, but like the real host do not count here.</param>
/// <param name="MaxRetryCount">After how many of these retries it is given up; -1 for never.</param>
sealed record TriggerEvent(object Value, IReadOnlyDictionary<string, object?> Data, string? Subject = null, int RetryCount = 0, int MaxRetryCount = 0)
{
    public static IReadOnlyDictionary<string, object?> NoData { get; } = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
}
