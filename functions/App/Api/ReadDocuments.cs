using System.Text;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Api;

/// <summary>The documents, and what they say.</summary>
public sealed class ReadDocuments(DocumentTable documents, ObservationTable observations, DocumentBlobs blobs, CorrectionTable corrections)
{
    const int Limit = 50, MostLimit = 500;

    /// <summary><c>GET documents</c>: a page of the list.</summary>
    [Function("ListDocuments")]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.Prefix + "documents")] HttpRequest request, CancellationToken cancellationToken) =>
        Answers.Of(async () =>
        {
            var parameters = new Parameters(request.Query, "limit", "next", "status", "province");
            var province = parameters.Text("province") is { } slug ? Parameters.Province(slug) : null;
            var limit = parameters.Count("limit", Limit, MostLimit);
            var token = parameters.Text("next") is { } next ? Unwrapped(next) : null;
            try
            {
                var page = await documents.PageAsync(parameters.Choice<DocumentStatus>("status"), province, limit, token, cancellationToken);
                return Answers.Json(new { documents = page.Documents.Select(DocumentAnswer.Of).ToList(), next = Wrapped(page.Next) });
            }
            catch (RequestFailedException e) when (e.Status == 400 && token is not null)
            {
                throw BadNext(parameters.Text("next"));
            }
        });

    /// <summary><c>GET documents/{id}</c>: one document with its observations.</summary>
    [Function("GetDocument")]
    public Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.Prefix + "documents/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        Answers.Of(async () =>
        {
            _ = new Parameters(request.Query);
            if (await FindAsync(id, cancellationToken) is not { } manifest) return Answers.NoDocument(id);
            var partitions = manifest.Rows.Select(r => r.Province).Distinct(StringComparer.Ordinal);
            var found = await observations.OfDocumentAsync(manifest.Id, partitions, cancellationToken);
            var set = await corrections.SetAsync(cancellationToken);
            return Answers.Json(new { document = DocumentAnswer.Of(manifest), observations = found.Select(o => ObservationAnswer.Of(o, set)).ToList() });
        });

    /// <summary><c>GET documents/{id}/text</c>: the text that the offsets refer to.</summary>
    [Function("GetDocumentText")]
    public Task<IResult> GetText(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.Prefix + "documents/{id}/text")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        Answers.Of(async () =>
        {
            _ = new Parameters(request.Query);
            if (await FindAsync(id, cancellationToken) is not { } manifest) return Answers.NoDocument(id);
            return await blobs.OpenTextAsync(manifest.Id, cancellationToken) is { } text
                ? Results.Stream(text, "text/plain; charset=utf-8")
                : Answers.Problem(StatusCodes.Status404NotFound, "The document has no text",
                    manifest.Error ?? "It has not been read yet; ask again in a moment.",
                    new() { ["parameter"] = "id", ["value"] = id, ["documentStatus"] = manifest.Status });
        });

    async Task<DocumentManifest?> FindAsync(string id, CancellationToken cancellationToken) =>
        DocumentId.IsId(id) ? await documents.FindAsync(id, cancellationToken) : throw new ParameterException("id", id, "an id of 32 hexadecimal digits, as GET /api/v1/documents lists them");

    static string? Wrapped(string? token) => token is null ? null : WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(token));

    static string Unwrapped(string next)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(next));
        }
        catch (FormatException)
        {
            throw BadNext(next);
        }
    }

    static ParameterException BadNext(string? next) => new("next", next, "what the page before gave as 'next', unchanged");
}
