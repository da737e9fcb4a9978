using System.Collections.Concurrent;
using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using ServerlessIct.Local.Worker.Hosting;

namespace ServerlessIct.Local.Worker.Storage;

/// <summary>
/// Storage accounts by the name of their setting, as the real host finds them: the setting is a connection string, or a group
/// <c>X__blobServiceUri</c> and <c>X__queueServiceUri</c>, or <c>X__serviceUri</c>, or <c>X__accountName</c>, with an identity.
/// </summary>
sealed class StorageConnections(IConfiguration settings, HostFile hostFile)
{
    /// <summary>The account of the host itself: queues of blob triggers, receipts, schedules, locks.</summary>
    public const string Host = "AzureWebJobsStorage";

    readonly ConcurrentDictionary<string, BlobServiceClient> _blobs = new(StringComparer.OrdinalIgnoreCase);
    readonly ConcurrentDictionary<string, QueueServiceClient> _queues = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Tells what of a connection is missing, or null.</summary>
    public string? Problem(string? connection, bool blobs, bool queues)
    {
        var name = connection ?? Host;
        var section = Section(name);
        if (section is null)
            return $"the connection '{name}' is missing; set {name} to a connection string, or {name}__accountName to an account.";
        try
        {
            if (blobs)
                Blobs(name);
            if (queues)
                Queues(name);
            return null;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            // The text of these exceptions names the part that is wrong and never holds the key.
            return $"the connection '{name}' cannot be used: {e.Message}";
        }
    }

    public BlobServiceClient Blobs(string? connection) => _blobs.GetOrAdd(connection ?? Host, name =>
    {
        var section = Section(name) ?? throw Missing(name);
        return section.Value is { } text
            ? new BlobServiceClient(text)
            : new BlobServiceClient(ServiceUri(section, "blob", "serviceUri"), Credential(section));
    });

    public QueueServiceClient Queues(string? connection) => _queues.GetOrAdd(connection ?? Host, name =>
    {
        var section = Section(name) ?? throw Missing(name);
        return QueueService(section, new QueueClientOptions
        {
            MessageEncoding = hostFile.QueueMessagesAreBase64 ? QueueMessageEncoding.Base64 : QueueMessageEncoding.None,
        });
    });

    /// <summary>A queue with a handler for messages that are not what host.json says they are.</summary>
    public QueueClient Queue(string? connection, string queue, Func<QueueMessageDecodingFailedEventArgs, Task> undecodable)
    {
        var section = Section(connection ?? Host) ?? throw Missing(connection ?? Host);
        var options = new QueueClientOptions
        {
            MessageEncoding = hostFile.QueueMessagesAreBase64 ? QueueMessageEncoding.Base64 : QueueMessageEncoding.None,
        };
        options.MessageDecodingFailed += undecodable.Invoke;
        return QueueService(section, options).GetQueueClient(queue);
    }

    /// <summary>A queue whose messages are sent as they stand.</summary>
    public QueueClient RawQueue(string? connection, string queue) =>
        QueueService(Section(connection ?? Host) ?? throw Missing(connection ?? Host), new QueueClientOptions()).GetQueueClient(queue);

    static QueueServiceClient QueueService(IConfigurationSection section, QueueClientOptions options) =>
        section.Value is { } text
            ? new QueueServiceClient(text, options)
            : new QueueServiceClient(ServiceUri(section, "queue", fallback: null), Credential(section), options);

    static Uri ServiceUri(IConfigurationSection section, string service, string? fallback)
    {
        var text = section[service + "ServiceUri"] ?? (fallback is null ? null : section[fallback]);
        if (text is null && section["accountName"] is { } account)
            text = $"https://{account}.{service}.core.windows.net";
        if (text is null)
            throw new InvalidOperationException($"{section.Key}__{service}ServiceUri is missing.");
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https"
            ? uri
            : throw new FormatException($"{section.Key}__{service}ServiceUri is '{text}'; an identity needs an address that begins with https://.");
    }

    static TokenCredential Credential(IConfigurationSection section) => section["credential"] switch
    {
        null => new DefaultAzureCredential(),
        "managedidentity" when section["clientId"] is { } client => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(client)),
        "managedidentity" => new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned),
        var other => throw new InvalidOperationException($"{section.Key}__credential is '{other}'; it can be managedidentity or absent."),
    };

    IConfigurationSection? Section(string name) =>
        new[] { "AzureWebJobs" + name, name, "ConnectionStrings:" + name }
            .Select(settings.GetSection)
            .FirstOrDefault(section => section.Value is { Length: > 0 } || section.GetChildren().Any());

    static InvalidOperationException Missing(string name) => new($"The connection '{name}' is missing.");
}
