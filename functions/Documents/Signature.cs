using System.Text;

namespace ServerlessIct.Documents;

/// <summary>What a file that is no text shows itself to be by its first bytes.</summary>
/// <param name="Code">The reason for which it is not read.</param>
/// <param name="What">The kind, for a sentence: <c>a PNG image</c>, <c>Word documents</c>.</param>
sealed record Signature(RejectionCode Code, string What)
{
    static readonly Signature Word = Document("Word documents");
    static readonly Signature Excel = Document("Excel workbooks");
    static readonly Signature PowerPoint = Document("PowerPoint presentations");
    static readonly Signature OpenDocument = Document("OpenDocument files");
    static readonly Signature Pdf = Document("PDF documents");
    static readonly Signature Rtf = Document("RTF documents");
    static readonly Signature Zip = Binary("a ZIP archive");

    /// <summary>The kind of file that these bytes are; null where they may be text.</summary>
    public static Signature? Find(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK\u0003\u0004"u8))
            return InZip(bytes);
        if (Begins(bytes, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return InCompoundFile(bytes);
        if (Begins(bytes, [0x89, 0x50, 0x4E, 0x47]))
            return Binary("a PNG image");
        if (Begins(bytes, [0xFF, 0xD8, 0xFF]))
            return Binary("a JPEG image");
        if (bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8))
            return Binary("a TIFF image");
        if (Begins(bytes, [0x1F, 0x8B]))
            return Binary("a gzip archive");
        if (bytes.StartsWith("Rar!\u001A"u8))
            return Binary("a RAR archive");
        if (Begins(bytes, [0x37, 0x7A, 0xBC, 0xAF]))
            return Binary("a 7-Zip archive");
        if (bytes.StartsWith("MZ"u8) && bytes[..Math.Min(bytes.Length, 64)].Contains((byte)0))
            return Binary("a Windows program");
        if (bytes.StartsWith("\u007FELF"u8))
            return Binary("a Linux program");
        if (bytes.Length >= 8 && bytes[0] == 0 && bytes[4..8].SequenceEqual("ftyp"u8))
            return Binary("a video");
        return Readable(bytes);
    }

    /// <summary>The kind of file that a decoded text is after all: some signatures consist of letters.</summary>
    public static Signature? FindInText(string text) =>
        Readable(Encoding.UTF8.GetBytes(text, 0, Math.Min(text.Length, 16)));

    static Signature? Readable(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF-"u8))
            return Pdf;
        if (bytes.StartsWith(@"{\rtf"u8))
            return Rtf;
        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8))
            return Binary("a GIF image");
        if (bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8))
            return Binary("a WebP image");
        return null;
    }

    // Office files are archives; the names of their parts stand uncompressed in the directory.
    static Signature InZip(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf("word/document.xml"u8) >= 0)
            return Word;
        if (bytes.IndexOf("xl/workbook."u8) >= 0)
            return Excel;
        if (bytes.IndexOf("ppt/presentation.xml"u8) >= 0)
            return PowerPoint;
        return bytes.IndexOf("application/vnd.oasis.opendocument"u8) >= 0 ? OpenDocument : Zip;
    }

    // Word, Excel and PowerPoint 97 name their main stream in UTF-16.
    static Signature InCompoundFile(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf(Encoding.Unicode.GetBytes("WordDocument")) >= 0)
            return Word;
        if (bytes.IndexOf(Encoding.Unicode.GetBytes("Workbook")) >= 0)
            return Excel;
        return bytes.IndexOf(Encoding.Unicode.GetBytes("PowerPoint Document")) >= 0 ? PowerPoint : Document("Office 97 files");
    }

    static bool Begins(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> with) => bytes.StartsWith(with);

    static Signature Document(string what) => new(RejectionCode.NotReadYet, what);

    static Signature Binary(string what) => new(RejectionCode.Binary, what);
}
