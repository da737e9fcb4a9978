namespace ServerlessIct.Local.Ict;

/// <summary>How storage and the app are started on this machine.</summary>
public sealed record LocalSystemOptions
{
    /// <summary>The app's port on loopback, 0 to 65535; 0 takes a free one.</summary>
    public int Port { get; init; } = 7071;

    /// <summary>Where storage keeps its data between runs.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Whether requests need a key.</summary>
    public bool AsksForKeys { get; init; }

    /// <summary>Settings of the app beside those of storage and port; names as in the environment, with <c>__</c> between sections.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Told one line at a time what is going on.</summary>
    public Action<string>? Progress { get; init; }
}
