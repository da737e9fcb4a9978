using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace ServerlessIct.App.Storage;

/// <summary>The three services of the one storage account.</summary>
/// <param name="Blobs">The blob service.</param>
/// <param name="Tables">The table service.</param>
/// <param name="Queues">The queue service.</param>
public sealed record StorageClients(BlobServiceClient Blobs, TableServiceClient Tables, QueueServiceClient Queues)
{
    /// <summary>
    /// Connects as the settings say: <c>Storage</c> is a connection string, or <c>Storage__blobServiceUri</c>, <c>Storage__queueServiceUri</c>
    /// and <c>Storage__tableServiceUri</c> are addresses, with <c>Storage__credential=managedidentity</c> and <c>Storage__clientId</c> where an identity is chosen.
    /// </summary>
    /// <exception cref="InvalidOperationException">Neither form is complete.</exception>
    public static StorageClients From(IConfiguration settings)
    {
        var section = settings.GetSection(StorageNames.Connection);
        if (!string.IsNullOrWhiteSpace(section.Value))
            return new(new BlobServiceClient(section.Value), new TableServiceClient(section.Value), new QueueServiceClient(section.Value));
        var credential = Credential(section);
        return new(
            new BlobServiceClient(Address(section, "blobServiceUri"), credential),
            new TableServiceClient(Address(section, "tableServiceUri"), credential),
            new QueueServiceClient(Address(section, "queueServiceUri"), credential));
    }

    static Uri Address(IConfigurationSection section, string name) =>
        Uri.TryCreate(section[name], UriKind.Absolute, out var address)
            ? address
            : throw new InvalidOperationException(
                $"The setting {StorageNames.Connection}__{name} is missing or not an address. " +
                $"Set {StorageNames.Connection} to a connection string, or set blobServiceUri, queueServiceUri and tableServiceUri under it.");

    static TokenCredential Credential(IConfigurationSection section)
    {
        var client = section["clientId"];
        if (!string.Equals(section["credential"], "managedidentity", StringComparison.OrdinalIgnoreCase))
            return new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = client });
        return new ManagedIdentityCredential(client is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(client));
    }
}
