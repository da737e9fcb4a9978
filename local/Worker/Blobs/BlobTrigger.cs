using System.Reflection;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.Local.Worker.Binding;
using ServerlessIct.Local.Worker.Hosting;

namespace ServerlessIct.Local.Worker.Blobs;

/// <summary>A function for each blob of a path.</summary>
sealed class BlobTrigger(BlobPathPattern path, string? connection, BlobTriggerSource source) : Trigger
{
    public const string UriName = "Uri";
    public const string MetadataName = "Metadata";
    public const string PathName = "BlobTrigger";

    public BlobPathPattern Path => path;

    public string? Connection => connection;

    public BlobTriggerSource Source => source;

    public override string Kind => "blobTrigger";

    public override string ValueTypes => "BlobClient, BlobBaseClient, BlockBlobClient, AppendBlobClient, PageBlobClient, Stream, string or byte[]";

    public override IReadOnlyCollection<string> DataNames => [.. path.Tokens, PathName, UriName, MetadataName];

    public override ParameterSource? ValueAs(Type type) =>
        type == typeof(BlobClient) || type == typeof(BlobBaseClient) ? static i => new(Blob(i))
        : type == typeof(BlockBlobClient) ? static i => new(Container(i).GetBlockBlobClient(Blob(i).Name))
        : type == typeof(AppendBlobClient) ? static i => new(Container(i).GetAppendBlobClient(Blob(i).Name))
        : type == typeof(PageBlobClient) ? static i => new(Container(i).GetPageBlobClient(Blob(i).Name))
        : type == typeof(Stream) ? static async i => i.Own(await Blob(i).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), i.CancellationToken))
        : type == typeof(string) ? static async i => (await ContentAsync(i)).ToString()
        : type == typeof(byte[]) ? static async i => (await ContentAsync(i)).ToArray()
        : null;

    public override ParameterSource? DataFor(ParameterInfo parameter)
    {
        var name = parameter.Name!;
        var offered = parameter.ParameterType == typeof(string)
            ? path.Tokens.Contains(name, StringComparer.OrdinalIgnoreCase) || PathName.Equals(name, StringComparison.OrdinalIgnoreCase)
            : parameter.ParameterType == typeof(Uri) ? UriName.Equals(name, StringComparison.OrdinalIgnoreCase)
            : parameter.ParameterType == typeof(IDictionary<string, string>) && MetadataName.Equals(name, StringComparison.OrdinalIgnoreCase);
        return offered ? i => new(i.BindingContext.BindingData.GetValueOrDefault(name)) : null;
    }

    /// <summary>What a run of the function for this blob gets.</summary>
    public TriggerEvent EventFor(BlobClient blob, BlobProperties properties)
    {
        var fullName = $"{blob.BlobContainerName}/{blob.Name}";
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            [PathName] = fullName,
            [UriName] = blob.Uri,
            [MetadataName] = properties.Metadata,
        };
        if (path.TryMatch(blob.Name, out var tokens))
        {
            foreach (var (token, value) in tokens)
                data[token] = value;
        }

        return new TriggerEvent(blob, data, fullName);
    }

    static BlobClient Blob(Invocation invocation) => (BlobClient)invocation.TriggerValue;

    static BlobContainerClient Container(Invocation invocation) => Blob(invocation).GetParentBlobContainerClient();

    static async Task<BinaryData> ContentAsync(Invocation invocation) =>
        (await Blob(invocation).DownloadContentAsync(invocation.CancellationToken)).Value.Content;
}
