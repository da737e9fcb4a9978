using System.Globalization;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Api.Description;
using ServerlessIct.App.Ingest;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;

namespace ServerlessIct.App.Api;

/// <summary>Putting documents in and taking them out.</summary>
public sealed class WriteDocuments(ApiGate gate, DocumentBlobs blobs, DocumentTable documents, DocumentIngestor ingestor, StorageClients storage, IngestLimits limits, TimeProvider time)
{
    const int LongestName = 1_024, LongestText = 500;

    /// <summary><c>PUT documents/{name}</c>: stores the body; reading it follows by itself. Answered with where to look.</summary>
    [Function("PutDocument")]
    public Task<IResult> Put(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = Routes.Prefix + "documents/{*name}")] HttpRequest request,
        string name,
        CancellationToken cancellationToken) =>
        gate.AnswerAsync(request, DocumentOperations.Put, parameters => PutAsync(request, name, parameters, cancellationToken), cancellationToken);

    /// <summary><c>DELETE documents/{id}</c>: removes the document and its observations.</summary>
    [Function("DeleteDocument")]
    public Task<IResult> Delete(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = Routes.Prefix + "documents/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        gate.AnswerAsync(
            request,
            DocumentOperations.Delete,
            async _ =>
            {
                var manifest = await documents.KnownAsync(id, cancellationToken);
                await blobs.DeleteAsync(manifest.Name, cancellationToken);
                await ingestor.IngestAsync(manifest.Name, cancellationToken);
                return new Answer { Status = StatusCodes.Status204NoContent };
            },
            cancellationToken);

    /// <summary><c>POST documents/{id}/reprocess</c>: has the document read again.</summary>
    [Function("ReprocessKnownDocument")]
    public Task<IResult> Reprocess(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Routes.Prefix + "documents/{id}/reprocess")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        gate.AnswerAsync(
            request,
            DocumentOperations.Reprocess,
            async _ =>
            {
                var manifest = await documents.KnownAsync(id, cancellationToken);
                await storage.Queues.GetQueueClient(StorageNames.Reprocess)
                    .SendMessageAsync(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(manifest.Name)), cancellationToken);
                return Accepted(id, manifest.Name, null, null);
            },
            cancellationToken);

    static Answer Accepted(string id, string name, string? sha256, long? bytes)
    {
        var location = $"/{Routes.Prefix}documents/{id}";
        return Answers.Json(new AcceptedAnswer(id, name, location, sha256, bytes), StatusCodes.Status202Accepted) with { Headers = [("Location", location)] };
    }

    async Task<Answer> PutAsync(HttpRequest request, string name, Parameters parameters, CancellationToken cancellationToken)
    {
        var blobName = CheckedName(name);
        var metadata = Metadata(request, parameters);
        var digest = ContentDigest.Of(request);
        var onlyNew = IsOnlyNew(request);
        if (request.ContentLength > limits.MaxDocumentBytes) throw TooLarge();
        using var body = new ReceivedStream(RequestBody.Open(request), limits.MaxDocumentBytes, digest);
        try
        {
            var version = await blobs.UploadAsync(blobName, body, request.ContentType, metadata, onlyNew, cancellationToken);
            await AnnounceAsync(blobName, version, body, cancellationToken);
        }
        catch (Exception) when (body.IsExceeded)
        {
            throw TooLarge();
        }
        catch (Exception) when (body.IsDamaged)
        {
            throw ContentDigest.IsOther(digest!);
        }
        catch (RequestFailedException e) when (onlyNew && e.Status is 409 or 412)
        {
            throw new ProblemException(new ProblemAnswer
            {
                Title = "There is a document of this name", Status = StatusCodes.Status412PreconditionFailed,
                Detail = "It was left as it is, since If-None-Match says so. Choose another name, or leave that header out to replace it.",
                Parameter = "name", Value = Parameters.Shortened(blobName),
            });
        }
        return Accepted(DocumentId.Of(blobName), blobName, body.Sha256, body.Position);
    }

    /// <summary>Whether a document of this name is to be left alone. A condition that cannot be kept is refused rather than overlooked.</summary>
    static bool IsOnlyNew(HttpRequest request)
    {
        var (match, noneMatch) = (request.Headers.IfMatch.ToString(), request.Headers.IfNoneMatch.ToString());
        if (match.Length > 0) throw new ParameterException("If-Match", Parameters.Shortened(match), "nothing: only If-None-Match: * is understood");
        return noneMatch is "" or "*" ? noneMatch == "*" : throw new ParameterException("If-None-Match", Parameters.Shortened(noneMatch), "*, which leaves a document of this name alone");
    }

    /// <summary>Makes the document known at once, so that its state can be asked for before it is read.</summary>
    async Task AnnounceAsync(string name, ETag version, ReceivedStream body, CancellationToken cancellationToken)
    {
        var id = DocumentId.Of(name);
        var known = await documents.FindAsync(id, cancellationToken);
        if (known?.BlobETag == version.ToString("H")) return;
        var now = time.GetUtcNow();
        var announced = (known ?? new DocumentManifest { Id = id, Name = name, Bytes = body.Position }) with
        {
            Status = DocumentStatus.Uploaded, UploadedAt = now, UpdatedAt = now, Error = null,
            // Who reads the version before is still at work.
            Settled = known is null || (known.Settled && known.Status != DocumentStatus.Received),
        };
        try
        {
            await documents.SaveAsync(announced, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            // The record of the document before it was removed meanwhile.
            await AnnounceAsync(name, version, body, cancellationToken);
        }
        catch (RequestFailedException e) when (StorageRetries.IsLostRace(e))
        {
            // It is being read already, or its former version taken out, and its record kept by who does so.
        }
    }

    /// <summary>A name that every storage tool can address: no control characters, no empty, "." or ".." folder, no lone surrogate; its letters composed.</summary>
    internal static string CheckedName(string? name)
    {
        var text = ComposedLetters.In((name ?? "").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase));
        var isAllowed = text.Length is > 0 and <= LongestName
            && !text.Any(c => char.IsControl(c) || c is '\\' or '\uFFFE' or '\uFFFF')
            && text.EnumerateRunes().All(r => r != System.Text.Rune.ReplacementChar)
            && text.Split('/').All(part => part.Length > 0 && part is not "." and not ".." && !part.EndsWith('.'));
        return isAllowed ? text : throw new ParameterException("name", Parameters.Shortened(text),
            $"1 to {LongestName.ToString(CultureInfo.InvariantCulture)} characters, folders separated by '/', none empty or ending in '.', no control character and no '\\'");
    }

    /// <summary>What the uploader says, from the query or from headers <c>x-document-…</c> (percent-encoded).</summary>
    static IDictionary<string, string> Metadata(HttpRequest request, Parameters parameters)
    {
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
            : throw new ParameterException(name, Parameters.Shortened(value), "one year from 1945 to 2100"),
        _ => value.Length <= LongestText ? value : throw new ParameterException(name, Parameters.Shortened(value), "at most 500 characters"),
    };

    ProblemException TooLarge() => new(new ProblemAnswer
    {
        Title = "The document is too large",
        Status = StatusCodes.Status413PayloadTooLarge,
        Detail = "Split it, or ask the operator to raise the setting MaxDocumentBytes.",
        Allowed = limits.MaxDocumentBytes,
    });
}

/// <summary>The answer to what is done later: an upload, or reading again.</summary>
/// <param name="Id">The id of the document: 32 hexadecimal digits.</param>
/// <param name="Name">The name of the document's file, with its folders.</param>
/// <param name="Location">Where its state can be asked for; its <c>status</c> ends as extracted, rejected or failed.</param>
/// <param name="Sha256">The SHA-256 of what was received in 64 hexadecimal digits; null where nothing was.</param>
/// <param name="Bytes">How many bytes were received; null where none were.</param>
public sealed record AcceptedAnswer(string Id, string Name, string Location, string? Sha256, long? Bytes);
