using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;

namespace ServerlessIct.Documents;

/// <summary>
/// Finds the encoding of a text: the byte order mark decides, else UTF-8 if the bytes are valid, else what a page
/// declares, else Windows-1258 if that gives Vietnamese.
/// </summary>
static class TextDecoder
{
    const int DeclarationReach = 4_096;

    static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    static readonly Encoding Windows1258 = CodePagesEncodingProvider.Instance.GetEncoding(1258)!;

    /// <summary>Decodes a whole file.</summary>
    /// <returns>False with a rejection where no encoding fits.</returns>
    public static bool TryDecode(
        ReadOnlySpan<byte> bytes, string ending, out DecodedText decoded, [NotNullWhen(false)] out Rejection? rejection)
    {
        (decoded, rejection) = Decode(bytes);
        if (rejection is null && decoded.Text.AsSpan().IndexOf('\0') is var nul and >= 0)
            rejection = Reasons.NulCharacter(nul, ending);
        return rejection is null;
    }

    static (DecodedText Decoded, Rejection? Rejection) Decode(ReadOnlySpan<byte> bytes)
    {
        if (WideEncoding(bytes) is { } wide)
            return Strictly(wide.Encoding, bytes[wide.MarkLength..]);

        var marked = bytes.StartsWith(Encoding.UTF8.Preamble);
        var body = marked ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        if (TryUtf8(body, out var text, out var broken))
            return (new(text, "utf-8"), null);

        var unknown = Reasons.UnknownEncoding(broken + bytes.Length - body.Length);
        if (marked)
            return (default, unknown);
        if (bytes.Contains((byte)0) || DeclaresWesternEuropean(bytes))
            return (new(Windows1252.GetString(bytes), "windows-1252"), null);
        if (LegacyFont.NameIn(Windows1252.GetString(bytes)) is { } font)
            return (default, Reasons.LegacyFont(font));

        var vietnamese = Windows1258.GetString(bytes);
        return WindowsVietnamese.IsPlausible(vietnamese) ? (new(vietnamese, "windows-1258"), null) : (default, unknown);
    }

    static (Encoding Encoding, int MarkLength)? WideEncoding(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> utf32 = [0xFF, 0xFE, 0, 0];
        if (bytes.StartsWith(utf32))
            return (new UTF32Encoding(bigEndian: false, byteOrderMark: false, throwOnInvalidCharacters: true), 4);
        if (bytes.StartsWith(Encoding.Unicode.Preamble))
            return (Utf16(bigEndian: false), 2);
        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return (Utf16(bigEndian: true), 2);
        if (LooksLikeUtf16(bytes, highByte: 1))
            return (Utf16(bigEndian: false), 0);
        return LooksLikeUtf16(bytes, highByte: 0) ? (Utf16(bigEndian: true), 0) : null;
    }

    static UnicodeEncoding Utf16(bool bigEndian) => new(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true);

    // Vietnamese in UTF-16 has the high bytes 00, 01, 03 (tone marks), 1E and 20 (quotes, dashes); most are 00, and the low bytes never are.
    static bool LooksLikeUtf16(ReadOnlySpan<byte> bytes, int highByte)
    {
        var units = Math.Min(bytes.Length, DeclarationReach) / 2;
        if (units < 2 || bytes.Length % 2 != 0)
            return false;
        int zero = 0, expected = 0;
        for (var i = 0; i < units; i++)
        {
            if (bytes[(2 * i) + 1 - highByte] == 0)
                return false;
            var high = bytes[(2 * i) + highByte];
            zero += high == 0 ? 1 : 0;
            expected += high is 0 or 1 or 3 or 0x1E or 0x20 ? 1 : 0;
        }

        return zero * 10 >= units * 4 && expected * 20 >= units * 19;
    }

    static (DecodedText Decoded, Rejection? Rejection) Strictly(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        // UTF-16 and UTF-32 name themselves without the byte order: it is the one thing that was found out here.
        var name = encoding switch
        {
            UTF32Encoding => "utf-32le",
            _ => encoding.CodePage == Encoding.BigEndianUnicode.CodePage ? "utf-16be" : "utf-16le",
        };
        try
        {
            return (new(encoding.GetString(bytes), name), null);
        }
        catch (DecoderFallbackException)
        {
            return (default, Reasons.BrokenEncoding(name));
        }
    }

    static bool TryUtf8(ReadOnlySpan<byte> bytes, out string text, out int broken)
    {
        var characters = ArrayPool<char>.Shared.Rent(bytes.Length);
        try
        {
            var status = Utf8.ToUtf16(bytes, characters, out broken, out var written, replaceInvalidSequences: false);
            text = status == OperationStatus.Done ? new string(characters, 0, written) : "";
            return status == OperationStatus.Done;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    static bool DeclaresWesternEuropean(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationReach)]);
        var at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || !head.Contains('<', StringComparison.Ordinal))
            return false;
        var label = head.AsSpan(at + "charset=".Length).TrimStart("\"' ");
        return label.StartsWith("windows-1252", StringComparison.OrdinalIgnoreCase)
            || label.StartsWith("iso-8859-1", StringComparison.OrdinalIgnoreCase);
    }
}
