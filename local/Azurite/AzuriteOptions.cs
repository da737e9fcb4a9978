namespace ServerlessIct.Local.Azurite;

/// <summary>How the storage emulator is started.</summary>
public sealed record AzuriteOptions
{
    /// <summary>
    /// Where data is kept between runs; null keeps everything in memory and loses it at the end. One emulator at a time uses a folder: another one
    /// of this kind is refused (Azurite itself locks nothing, and two would overwrite each other's files).
    /// </summary>
    public string? DataFolder { get; init; }

    /// <summary>Port of the blob service on loopback, 1 to 65535, which must be free; 0 leaves the choice, see <see cref="PrefersUsualPorts"/>.</summary>
    public int BlobPort { get; init; }

    /// <summary>Port of the queue service on loopback, likewise.</summary>
    public int QueuePort { get; init; }

    /// <summary>Port of the table service on loopback, likewise.</summary>
    public int TablePort { get; init; }

    /// <summary>
    /// Whether a service without a port of its own takes the usual one where that is free: 10000 for blobs, 10001 for queues, 10002 for tables.
    /// Otherwise, and where the usual one is taken, the system chooses a free port.
    /// </summary>
    public bool PrefersUsualPorts { get; init; }

    /// <summary>Told one line at a time what takes long: the installation on first use.</summary>
    public Action<string>? Progress { get; init; }
}
