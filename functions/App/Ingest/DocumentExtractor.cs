using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using ServerlessIct.App.Storage;
using ServerlessIct.Documents;
using ServerlessIct.Indicators;

namespace ServerlessIct.App.Ingest;

/// <summary>Reads a blob: size, bytes, text, statistics. A document that cannot be read is a result, not an exception.</summary>
public sealed partial class DocumentExtractor(DocumentBlobs blobs, ExtractObservations extract, IngestLimits limits, ILogger<DocumentExtractor> log)
{
    internal async Task<DocumentContent> ExtractAsync(ArticleBlob blob, CancellationToken cancellationToken)
    {
        if (blob.Bytes > limits.MaxDocumentBytes)
            return DocumentContent.Rejected(nameof(RejectionCode.TooLarge), string.Create(CultureInfo.InvariantCulture,
                $"The document has {blob.Bytes:N0} bytes; {limits.MaxDocumentBytes:N0} are allowed. Split it, or raise the setting {nameof(IngestLimits.MaxDocumentBytes)}."));
        var bytes = await blobs.DownloadAsync(blob, cancellationToken);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return Extract(blob, bytes) with { Sha256 = hash };
    }

    DocumentContent Extract(ArticleBlob blob, byte[] bytes)
    {
        try
        {
            var read = DocumentReader.Read(blob.Name, bytes, new DocumentLimits { MaxBytes = limits.MaxDocumentBytes });
            if (read is Rejection rejection) return DocumentContent.Rejected(rejection.Code.ToString(), rejection.Reason);
            var document = (ReadDocument)read;
            var hints = BlobHints.Of(blob);
            var reading = extract(document.Text, hints with { Title = hints.Title ?? document.Title, Source = hints.Source ?? document.Source.Host });
            if (reading.Observations.Count > limits.MaxObservations)
                return DocumentContent.Rejected("TooManyObservations", string.Create(CultureInfo.InvariantCulture,
                    $"The document states {reading.Observations.Count:N0} statistics; {limits.MaxObservations:N0} are allowed. Split it."));
            return new DocumentContent
            {
                Status = DocumentStatus.Extracted,
                Format = document.Format.ToString(),
                Source = hints.Source,
                Extraction = reading,
                Observations = ObservationRecord.From(reading, DocumentId.Of(blob.Name), blob.Name, blob.UploadedAt),
            };
        }
        // Reading is pure: what throws here throws again at every retry. It is a fault of the program and is shown as one.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Its message may quote the document, which no log shall hold.
            LogFault(blob.Name, e.GetType().Name, e.StackTrace);
            return DocumentContent.Failed(
                $"The program could not read this document ({e.GetType().Name}). This is a fault of the program: please report it with the document.");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reading document {Name} threw {Fault}. {Where}")]
    partial void LogFault(string name, string fault, string? where);
}

/// <summary>Finds the statistics of a text; pure, and any text is accepted.</summary>
/// <param name="text">The text of a document.</param>
/// <param name="hints">What is known of the document beside its text.</param>
public delegate ExtractionResult ExtractObservations(string text, DocumentHints hints);

/// <summary>What reading one version of a blob gave: a text with observations, or the reason why not.</summary>
sealed record DocumentContent
{
    public required DocumentStatus Status { get; init; }

    public string? Error { get; init; }

    /// <summary>The code of the reason where the document was rejected.</summary>
    public string? Rejection { get; init; }

    public string? Sha256 { get; init; }

    public string? Format { get; init; }

    public string? Source { get; init; }

    public ExtractionResult? Extraction { get; init; }

    public IReadOnlyList<ObservationRecord> Observations { get; init; } = [];

    public static DocumentContent Rejected(string code, string error) => new() { Status = DocumentStatus.Rejected, Rejection = code, Error = error };

    public static DocumentContent Failed(string error) => new() { Status = DocumentStatus.Failed, Error = error };
}
