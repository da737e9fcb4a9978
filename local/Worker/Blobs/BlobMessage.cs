using System.Text.Encodings.Web;
using System.Text.Json;

namespace ServerlessIct.Local.Worker.Blobs;

/// <summary>
/// A blob on its way to a function: the text of a message on the queue of blob triggers and, when the function gave up, on the poison queue.
/// Fields as in the real host (Azure/azure-sdk-for-net, BlobTriggerMessage).
/// </summary>
sealed record BlobMessage(string FunctionId, string BlobType, string ContainerName, string BlobName, string ETag)
{
    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNameCaseInsensitive = true };

    /// <summary>What kind of message it is.</summary>
    public string Type => "BlobTrigger";

    public BinaryData ToBody() => BinaryData.FromObjectAsJson(this, Readable);

    /// <summary>The message of a body, or null when it is not one.</summary>
    public static BlobMessage? Of(BinaryData body)
    {
        try
        {
            return body.ToObjectFromJson<BlobMessage>(Readable) is { FunctionId: not null, ContainerName: not null, BlobName: not null } message ? message : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
