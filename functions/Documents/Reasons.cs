using System.Globalization;

namespace ServerlessIct.Documents;

/// <summary>The sentence for each rejection.</summary>
static class Reasons
{
    const double Megabyte = 1024 * 1024;

    public static Rejection Empty() => new(RejectionCode.Empty, "The file is empty. Upload the report itself.");

    public static Rejection NoText(DocumentFormat format) => new(
        RejectionCode.NoText,
        format == DocumentFormat.Html
            ? "The page shows no text. If its text is loaded by a script or stands in a picture, save the text alone as .txt."
            : "The file holds nothing but white space. Upload the report itself.");

    /// <param name="size">In bytes; null where the stream did not say.</param>
    public static Rejection TooLarge(long? size, DocumentLimits limits) => new(
        RejectionCode.TooLarge,
        $"The file is {(size is { } known ? Size(known) : "larger than the limit")}; documents up to {Size(limits.MaxBytes)} are read. "
        + "Split it, or upload the text alone.");

    public static Rejection TooMuchText(int characters, DocumentLimits limits) => new(
        RejectionCode.TooMuchText,
        $"The text is {Count(characters)} characters long; up to {Count(limits.MaxCharacters)} are read. Split it into several files.");

    public static Rejection TooDeep(DocumentLimits limits) => new(
        RejectionCode.TooDeep,
        $"The page nests more than {Count(limits.MaxMarkupDepth)} elements in one another. Save the text alone as .txt.");

    public static Rejection NotText(Signature signature, string ending) => signature.Code == RejectionCode.NotReadYet
        ? new(signature.Code, $"{signature.What} are not read yet. Save the report as .txt or .html and upload that.")
        : new(signature.Code, $"The file {Named(ending)}holds binary data ({signature.What}). Upload the report itself.");

    /// <param name="at">The first NUL, in characters from 0.</param>
    public static Rejection NulCharacter(int at, string ending) => new(
        RejectionCode.Binary,
        $"The file {Named(ending)}holds binary data (a NUL character at position {Count(at)}). Upload the report itself.");

    public static Rejection ControlCharacters(string ending) => new(
        RejectionCode.Binary,
        $"The file {Named(ending)}holds binary data (more than one control character in a hundred). Upload the report itself.");

    /// <param name="at">The first byte that is not UTF-8, from 0.</param>
    public static Rejection UnknownEncoding(int at) => new(
        RejectionCode.UnknownEncoding,
        $"The text is not UTF-8 (at byte {Count(at)}) and not Vietnamese in Windows-1258 either. Save it as UTF-8 and upload it again.");

    public static Rejection BrokenEncoding(string encoding) => new(
        RejectionCode.UnknownEncoding,
        $"The file begins as {encoding.ToUpperInvariant()} but breaks its rules further on. Save it as UTF-8 and upload it again.");

    public static Rejection LegacyFont(string font) => new(
        RejectionCode.LegacyFont,
        $"The text is typed in the {font} font encoding, not in Unicode. Convert it to Unicode and upload it again.");

    public static Rejection MarkupAsText() => new(
        RejectionCode.MarkupAsText,
        "The text is the source of an HTML page. Name the file .html and upload it again.");

    // An ending that promises text is worth mentioning: the promise is what was broken.
    static string Named(string ending) => ending is "txt" or "html" or "htm" or "xhtml" ? $"is named .{ending} but " : "";

    // Rounded up, so that a file just over the limit never reads as being at it.
    static string Size(long bytes) => bytes < Megabyte
        ? $"{Count(bytes)} bytes"
        : $"{(Math.Ceiling(bytes / Megabyte * 10) / 10).ToString("0.#", CultureInfo.InvariantCulture)} MB";

    static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
