namespace Azure.Data.Tables.Transport;

/// <summary>What is asked for on one page; the whole question is repeated for the next, only the token changes.</summary>
sealed record PageRequest(string Path, string? Filter, int? Size, IReadOnlyList<string>? Select, ContinuationToken Token);
