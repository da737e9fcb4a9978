using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Api.Description;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;

namespace ServerlessIct.App.Api;

/// <summary>The documents, and what they say.</summary>
public sealed class ReadDocuments(ApiGate gate, DocumentTable documents, ObservationTable observations, DocumentBlobs blobs, CorrectionTable corrections)
{
    const int Limit = 50, MostLimit = 500;

    /// <summary>The columns of the table.</summary>
    internal static readonly IReadOnlyList<Column<DocumentAnswer>> Columns =
    [
        new("id", d => d.Id), new("name", d => d.Name), new("status", d => Words.Of(d.Status)), new("error", d => d.Error), new("title", d => d.Title),
        new("province", d => d.Province), new("period", d => d.Period), new("source", d => d.Source), new("format", d => d.Format), new("bytes", d => d.Bytes),
        new("sha256", d => d.Sha256), new("uploaded_at", d => Time(d.UploadedAt)), new("updated_at", d => Time(d.UpdatedAt)), new("observation_count", d => d.ObservationCount),
    ];

    /// <summary><c>GET documents</c>: a page of the list.</summary>
    [Function("ListDocuments")]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Prefix + "documents")] HttpRequest request, CancellationToken cancellationToken) =>
        gate.AnswerAsync(
            request,
            DocumentOperations.List,
            async parameters =>
            {
                var (periods, words) = (PeriodList.Of(parameters, "period"), parameters.Text("q"));
                var filter = new DocumentFilter(
                    parameters.Choices<DocumentStatus>("status"),
                    parameters.Provinces(),
                    d => (periods is null || (Period.TryParse(d.Period, out var period) && periods.Contains(period))) && Diacritics.InsensitiveMatch(words, d.Title, d.Name));
                var limit = parameters.Count("limit", Limit, MostLimit);
                var form = TableForm<DocumentAnswer>.Of<DocumentAnswer>(request, parameters, Columns, "documents.csv");
                var next = parameters.Text("next");
                if (next is not null && !DocumentId.IsId(next))
                    throw new ParameterException("next", Parameters.Shortened(next), "what the page before gave as 'next', unchanged");
                var page = await documents.PageAsync(filter, limit, next, cancellationToken);
                var rows = page.Documents.Select(DocumentAnswer.Of);
                var answer = form.Answer(rows, () => new DocumentsAnswer([.. rows], page.Next));
                return page.Next is null ? answer : answer with { Headers = [.. answer.Headers, ("Link", $"<{Following(request, page.Next)}>; rel=\"next\"")] };
            },
            cancellationToken);

    /// <summary><c>GET documents/{id}</c>: one document with its observations.</summary>
    [Function("GetDocument")]
    public Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Prefix + "documents/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        gate.AnswerAsync(
            request,
            DocumentOperations.Get,
            async parameters =>
            {
                var form = TableForm<ObservationAnswer>.Of<ObservationAnswer>(request, parameters, GetObservations.Columns, "observations.csv");
                var manifest = await documents.KnownAsync(id, cancellationToken);
                var partitions = manifest.Rows.Select(r => r.Province).Distinct(StringComparer.Ordinal);
                var found = await observations.OfDocumentAsync(manifest.Id, partitions, cancellationToken);
                var set = await corrections.SetAsync(cancellationToken);
                var rows = found.Select(o => ObservationAnswer.Of(o, set));
                return form.Answer(rows, () => new DocumentRecordAnswer(DocumentAnswer.Of(manifest), [.. rows], manifest.Notes));
            },
            cancellationToken);

    /// <summary><c>GET documents/{id}/text</c>: the text that the offsets refer to.</summary>
    [Function("GetDocumentText")]
    public Task<IResult> GetText(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Prefix + "documents/{id}/text")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        gate.AnswerAsync(
            request,
            DocumentOperations.Text,
            async _ =>
            {
                var manifest = await documents.KnownAsync(id, cancellationToken);
                return await blobs.OpenTextAsync(manifest.Id, cancellationToken) is { } text
                    ? Sent(text, MediaTypes.Text + "; charset=utf-8", isText: true)
                    : throw new ProblemException(new ProblemAnswer
                    {
                        Title = "The document has no text",
                        Status = StatusCodes.Status404NotFound,
                        Detail = manifest.Error ?? "It has not been read yet; ask again in a moment.",
                        Parameter = "id",
                        Value = id,
                        DocumentStatus = manifest.Status,
                    });
            },
            cancellationToken);

    /// <summary><c>GET documents/{id}/original</c>: the file as it was uploaded. A browser saves it and never shows it as a page of this site.</summary>
    [Function("GetDocumentOriginal")]
    public Task<IResult> GetOriginal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Prefix + "documents/{id}/original")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        gate.AnswerAsync(
            request,
            DocumentOperations.Original,
            async _ =>
            {
                var manifest = await documents.KnownAsync(id, cancellationToken);
                if (await blobs.OpenAsync(manifest.Name, cancellationToken) is not { } blob) throw Answers.NoDocument(id);
                var file = manifest.Name[(manifest.Name.LastIndexOf('/') + 1)..];
                return Sent(blob, MediaTypes.Bytes, isText: false) with
                {
                    Headers = [("Content-Disposition", Attachment(file)), ("Content-Security-Policy", "sandbox; default-src 'none'")],
                };
            },
            cancellationToken);

    static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The address of the next page: the same question, without the key.</summary>
    static string Following(HttpRequest request, string next) => $"/{Routes.Prefix}documents" + QueryString.Create(
        request.Query.Where(q => !q.Key.Equals(ReaderKeys.Query, StringComparison.OrdinalIgnoreCase) && !q.Key.Equals("next", StringComparison.OrdinalIgnoreCase))
            .SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v))).Append(KeyValuePair.Create("next", (string?)next)));

    /// <summary>A name for every client: in plain letters, and for those that can read it, as it is.</summary>
    static string Attachment(string file)
    {
        var ascii = string.Concat(Diacritics.Remove(file).Select(c => char.IsAscii(c) && c is not ('"' or '\\' or '%') ? c : '_'));
        return $"attachment; filename=\"{ascii}\"; filename*=UTF-8''{Uri.EscapeDataString(file)}";
    }

    static Answer Sent(OpenBlob blob, string contentType, bool isText) => new()
    {
        ContentType = contentType,
        IsText = isText,
        Length = blob.Length,
        Version = blob.ETag.ToString("G").Trim('"'),
        WriteAsync = (body, token) => blob.Content.CopyToAsync(body, token),
        Release = blob.Content,
    };
}

/// <summary>The answer of <c>GET documents</c>.</summary>
/// <param name="Documents">In the order of their ids.</param>
/// <param name="Next">What to give as <c>next</c> for more; null at the end.</param>
public sealed record DocumentsAnswer(IReadOnlyList<DocumentAnswer> Documents, string? Next);

/// <summary>The answer of <c>GET documents/{id}</c>.</summary>
/// <param name="Document">The document itself.</param>
/// <param name="Observations">What it states, in the order of its text.</param>
/// <param name="Notes">What it says and was not believed, in the order of its text; the first 20.</param>
public sealed record DocumentRecordAnswer(DocumentAnswer Document, IReadOnlyList<ObservationAnswer> Observations, IReadOnlyList<DocumentNote> Notes);

/// <summary>Finds the document that a path names.</summary>
static class KnownDocuments
{
    /// <summary>The manifest of an id.</summary>
    /// <exception cref="ParameterException">It cannot be an id.</exception>
    /// <exception cref="ProblemException">404: no document has it.</exception>
    public static async Task<DocumentManifest> KnownAsync(this DocumentTable documents, string id, CancellationToken cancellationToken)
    {
        if (!DocumentId.IsId(id)) throw new ParameterException("id", Parameters.Shortened(id), "an id of 32 hexadecimal digits, as GET /api/v1/documents lists them");
        return await documents.FindAsync(id, cancellationToken) is { IsBeingRemoved: false } known ? known : throw Answers.NoDocument(id);
    }
}
