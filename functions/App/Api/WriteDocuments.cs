using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Ingest;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;

namespace ServerlessIct.App.Api;

/// <summary>Putting documents in and taking them out.</summary>
public sealed class WriteDocuments(DocumentBlobs blobs, DocumentTable documents, DocumentIngest ingest, IngestLimits limits)
{
    const int LongestName = 1_024, LongestText = 500;

    /// <summary><c>PUT documents/{name}</c>: stores the body; reading it follows by itself. Answered with where to look.</summary>
    [Function("PutDocument")]
    public Task<IResult> Put(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = Routes.Prefix + "documents/{*name}")] HttpRequest request,
        string name,
        CancellationToken cancellationToken) =>
        Answers.Of(async () =>
        {
            var blobName = CheckedName(name);
            var metadata = Metadata(request);
            if (request.ContentLength > limits.MaxDocumentBytes) return TooLarge();
            if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
            using var body = new CappedStream(request.Body, limits.MaxDocumentBytes);
            try
            {
                await blobs.UploadAsync(blobName, body, request.ContentType, metadata, cancellationToken);
            }
            catch (Exception) when (body.IsExceeded)
            {
                return TooLarge();
            }
            var id = DocumentId.Of(blobName);
            var location = $"/{Routes.Prefix}documents/{id}";
            request.HttpContext.Response.Headers.Location = location;
            return Answers.Json(new { id, name = blobName, location }, StatusCodes.Status202Accepted);
        });

    /// <summary><c>DELETE documents/{id}</c>: removes the document and its observations.</summary>
    [Function("DeleteDocument")]
    public Task<IResult> Delete(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = Routes.Prefix + "documents/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        Answers.Of(async () =>
        {
            _ = new Parameters(request.Query);
            if (!DocumentId.IsId(id)) throw new ParameterException("id", id, "an id of 32 hexadecimal digits, as GET /api/v1/documents lists them");
            if (await documents.FindAsync(id, cancellationToken) is not { } manifest) return Answers.NoDocument(id);
            await blobs.DeleteAsync(manifest.Name, cancellationToken);
            await ingest.IngestAsync(manifest.Name, cancellationToken);
            return Results.NoContent();
        });

    /// <summary>A name that every storage tool can address: no control characters, no empty, "." or ".." folder, no lone surrogate.</summary>
    internal static string CheckedName(string? name)
    {
        var text = (name ?? "").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        var isAllowed = text.Length is > 0 and <= LongestName
            && !text.Any(c => char.IsControl(c) || c is '\\' or '\uFFFE' or '\uFFFF')
            && text.EnumerateRunes().All(r => r != System.Text.Rune.ReplacementChar)
            && text.Split('/').All(part => part.Length > 0 && part is not "." and not ".." && !part.EndsWith('.'));
        return isAllowed ? text : throw new ParameterException("name", text.Length <= 200 ? text : text[..200] + "…",
            $"1 to {LongestName.ToString(CultureInfo.InvariantCulture)} characters, folders separated by '/', none empty or ending in '.', no control character and no '\\'");
    }

    /// <summary>What the uploader says, from the query or from headers <c>x-document-…</c> (percent-encoded).</summary>
    static IDictionary<string, string> Metadata(HttpRequest request)
    {
        var parameters = new Parameters(request.Query, [.. BlobHints.Names]);
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in BlobHints.Names)
        {
            var header = request.Headers[$"x-document-{name}"].ToString();
            var value = parameters.Text(name) ?? (header.Length > 0 ? Uri.UnescapeDataString(header) : null);
            if (value is not null) given[name] = Checked(name, value);
        }
        return BlobHints.ToMetadata(given);
    }

    static string Checked(string name, string value) => name switch
    {
        "province" => Parameters.Province(value),
        "year" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= Period.FirstYear and <= Period.LastYear
            ? value
            : throw new ParameterException(name, value, "one year from 1945 to 2100"),
        _ => value.Length <= LongestText ? value : throw new ParameterException(name, value[..50] + "…", "at most 500 characters"),
    };

    IResult TooLarge() => Answers.Problem(
        StatusCodes.Status413PayloadTooLarge, "The document is too large", "Split it, or ask the operator to raise the setting MaxDocumentBytes.",
        new() { ["allowed"] = limits.MaxDocumentBytes });
}
