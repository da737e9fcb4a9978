using System.Text.Json;
using Azure.Storage.Blobs;

namespace ServerlessIct.Local.Worker.Blobs;

/// <summary>
/// The events that Event Grid posts (its own schema: learn.microsoft.com/azure/event-grid/event-schema-blob-storage), read into what matters here.
/// </summary>
sealed record BlobEvents(string? ValidationCode, IReadOnlyList<BlobEvents.Created> CreatedBlobs)
{
    /// <summary>The events of a request's body; throws JsonException where it is not such a body.</summary>
    public static BlobEvents Parse(JsonElement body)
    {
        var events = body.ValueKind is JsonValueKind.Array ? body.EnumerateArray().ToArray() : [body];
        string? code = null;
        var created = new List<Created>();
        foreach (var item in events)
        {
            switch (Text(item, "eventType"))
            {
                case "Microsoft.EventGrid.SubscriptionValidationEvent":
                    code = Text(Data(item), "validationCode");
                    break;
                case "Microsoft.Storage.BlobCreated":
                    created.Add(CreatedOf(Data(item)));
                    break;
                case null:
                    throw new JsonException("An event has no eventType.");
            }
        }

        return new BlobEvents(code, created);
    }

    static Created CreatedOf(JsonElement data)
    {
        if (!Uri.TryCreate(Text(data, "url"), UriKind.Absolute, out var url))
            throw new JsonException("The data.url of a BlobCreated event is not an address.");
        var blob = new BlobUriBuilder(url);
        if (blob.BlobContainerName.Length == 0 || blob.BlobName.Length == 0)
            throw new JsonException($"The data.url of a BlobCreated event names no blob: {url}");
        return new Created(blob.BlobContainerName, blob.BlobName, Text(data, "blobType") ?? "BlockBlob", Text(data, "eTag")?.Trim('"') ?? "");
    }

    static JsonElement Data(JsonElement item) =>
        item.ValueKind is JsonValueKind.Object && item.TryGetProperty("data", out var data) && data.ValueKind is JsonValueKind.Object
            ? data
            : throw new JsonException("An event has no data.");

    static string? Text(JsonElement item, string name) =>
        item.ValueKind is JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>A blob that was written; the ETag without quotes, empty when the event had none.</summary>
    public sealed record Created(string Container, string BlobName, string BlobType, string ETag);
}
