using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function for each new or changed blob of a path like <c>articles/{name}</c>.</summary>
public sealed class BlobTriggerAttribute(string blobPath) : TriggerBindingAttribute
{
    /// <summary>Container and name pattern; <c>{token}</c> takes any text, <c>%Setting%</c> comes from the settings.</summary>
    public string BlobPath { get; } = blobPath;

    /// <summary>The name of the setting that says where the storage account is; AzureWebJobsStorage when absent.</summary>
    public string? Connection { get; set; }

    /// <summary>How new blobs become known.</summary>
    public BlobTriggerSource Source { get; set; } = BlobTriggerSource.LogsAndContainerScan;
}
