namespace ServerlessIct.Local.Azurite;

/// <summary>How the storage emulator is started.</summary>
public sealed record AzuriteOptions
{
    /// <summary>Where data is kept between runs; null keeps everything in memory and loses it at the end.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Port of the blob service on loopback, 0 to 65535; 0 lets the system choose a free one.</summary>
    public int BlobPort { get; init; }

    /// <summary>Port of the queue service on loopback, 0 to 65535; 0 lets the system choose a free one.</summary>
    public int QueuePort { get; init; }

    /// <summary>Port of the table service on loopback, 0 to 65535; 0 lets the system choose a free one.</summary>
    public int TablePort { get; init; }

    /// <summary>Told one line at a time what takes long: the installation on first use.</summary>
    public Action<string>? Progress { get; init; }
}
