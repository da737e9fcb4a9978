using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function for each message of a storage queue.</summary>
public sealed class QueueTriggerAttribute(string queueName) : TriggerBindingAttribute
{
    /// <summary>The queue; <c>%Setting%</c> comes from the settings.</summary>
    public string QueueName { get; } = queueName;

    /// <summary>The name of the setting that says where the storage account is; AzureWebJobsStorage when absent.</summary>
    public string? Connection { get; set; }
}
