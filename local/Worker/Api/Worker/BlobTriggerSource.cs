namespace Microsoft.Azure.Functions.Worker;

/// <summary>How new blobs become known.</summary>
public enum BlobTriggerSource
{
    /// <summary>By looking through the container.</summary>
    LogsAndContainerScan,

    /// <summary>By events that Event Grid posts to the application.</summary>
    EventGrid,
}
