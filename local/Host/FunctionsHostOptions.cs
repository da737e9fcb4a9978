namespace ServerlessIct.Local.Host;

/// <summary>How an app is run; what the app itself reads are its settings.</summary>
public sealed record FunctionsHostOptions
{
    /// <summary>The port on loopback, 0 to 65535; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Where app settings are read from that neither the environment nor the caller gives; null for local.settings.json beside the app.</summary>
    public string? SettingsFile { get; init; }

    /// <summary>Told every line of the log, by one thread at a time; null for no log.</summary>
    public Action<string>? Log { get; init; }

    /// <summary>The keys that requests need by their function's AuthorizationLevel; null asks for none, as Core Tools does.</summary>
    public HostKeys? Keys { get; init; }

    /// <summary>
    /// How long a message of a queue is hidden while it is worked on: so soon it is taken up again after a crash. Null for what holds in Azure,
    /// ten minutes; tests may shorten it.
    /// </summary>
    public TimeSpan? MessageVisibility { get; init; }

    /// <summary>The least pause between two looks for new blobs; a look takes at most a tenth of the time.</summary>
    public TimeSpan BlobPollInterval { get; init; } = TimeSpan.FromMilliseconds(500);
}

/// <summary>The keys of a host, as texts that requests show.</summary>
/// <param name="Master">Opens everything, the administration too.</param>
/// <param name="Default">Opens the functions of the level Function.</param>
/// <param name="Blobs">Opens the web hook of the blobs, to which Event Grid posts, as the key <c>blobs_extension</c> does in Azure; null for none but the master's.</param>
public sealed record HostKeys(string Master, string Default, string? Blobs = null)
{
    /// <summary>Without the keys, so that no log shows one.</summary>
    public override string ToString() => "keys";
}
