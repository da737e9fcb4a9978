using System.Buffers;
using ServerlessIct.Documents.Html;

namespace ServerlessIct.Documents;

/// <summary>Reads a file into text. Any bytes give a result; none throw.</summary>
public static class DocumentReader
{
    /// <summary>Reads a file that is in memory.</summary>
    /// <param name="name">The file's name; of a path only the ending counts.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="limits">How much is read; <see cref="DocumentLimits.Default"/> where null.</param>
    public static ReadResult Read(string name, ReadOnlyMemory<byte> bytes, DocumentLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        limits ??= DocumentLimits.Default;
        if (bytes.IsEmpty)
            return Reasons.Empty();
        if (bytes.Length > limits.MaxBytes)
            return Reasons.TooLarge(bytes.Length, limits);

        var ending = FileEnding.Of(name);
        if (Signature.Find(bytes.Span) is { } signature)
            return Reasons.NotText(signature, ending);
        if (!TextDecoder.TryDecode(bytes.Span, ending, out var decoded, out var rejection))
            return rejection;
        return IsPage(ending, decoded.Text) ? ReadPage(decoded, ending, limits) : ReadText(decoded, ending, limits);
    }

    /// <summary>Reads a file from a stream, of which no more than one byte beyond <see cref="DocumentLimits.MaxBytes"/> is taken.</summary>
    /// <param name="name">The file's name; of a path only the ending counts.</param>
    /// <param name="stream">The file, read from where the stream stands. It is left open.</param>
    /// <param name="limits">How much is read; <see cref="DocumentLimits.Default"/> where null.</param>
    /// <param name="cancellationToken">Ends the reading of the stream.</param>
    public static async Task<ReadResult> ReadAsync(
        string name, Stream stream, DocumentLimits? limits = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        limits ??= DocumentLimits.Default;
        using var copy = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(81_920);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (copy.Length + read > limits.MaxBytes)
                    return Reasons.TooLarge(stream.CanSeek ? stream.Length : null, limits);
                copy.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return Read(name, copy.GetBuffer().AsMemory(0, (int)copy.Length), limits);
    }

    // A .txt is what it says; any other name is believed only as far as the text bears it out.
    static bool IsPage(string ending, string text) => ending switch
    {
        "html" or "htm" or "xhtml" => true,
        "txt" => false,
        _ => PageSource.StartsIn(text),
    };

    static ReadResult ReadText(DecodedText decoded, string ending, DocumentLimits limits) =>
        Finish(decoded.Text, title: null, DocumentFormat.Text, decoded.Encoding, DocumentSource.Unknown, ending, limits);

    static ReadResult ReadPage(DecodedText decoded, string ending, DocumentLimits limits)
    {
        var page = PageLayout.Of(decoded.Text, limits.MaxMarkupDepth);
        return page is null
            ? Reasons.TooDeep(limits)
            : Finish(page.Text, page.Title, DocumentFormat.Html, decoded.Encoding, page.Source, ending, limits);
    }

    // Every check here looks at the finished text alone: a text that passes them passes them again.
    static ReadResult Finish(
        string raw, string? title, DocumentFormat format, string encoding, DocumentSource source, string ending, DocumentLimits limits)
    {
        if (!CleanText.TryMake(raw, out var text))
            return Reasons.ControlCharacters(ending);
        if (text.Length > limits.MaxCharacters)
            return Reasons.TooMuchText(text.Length, limits);
        if (string.IsNullOrWhiteSpace(text))
            return Reasons.NoText(format);
        if (Signature.FindInText(text) is { } signature)
            return Reasons.NotText(signature, ending);
        if (LegacyFont.NameIn(text) is { } font)
            return Reasons.LegacyFont(font);
        if (PageSource.StartsIn(text))
            return Reasons.MarkupAsText();
        return new ReadDocument(text, title is null ? null : CleanText.OneLine(title), format, encoding, source);
    }
}
