using System.Text;
using ServerlessIct.Indicators;

namespace ServerlessIct.Documents;

/// <summary>Puts a decoded text into the form that offsets refer to.</summary>
static class CleanText
{
    const char ByteOrderMark = '\uFEFF';

    // Old printers' and terminals' files hold a few; a hundredth of the text is no text any more.
    const int TextPerControlCharacter = 100;

    /// <summary>The text in NFC, with \n for line ends and a space for each stray control character.</summary>
    /// <param name="raw">The text as decoded.</param>
    /// <param name="text">The text; empty where this is false, because control characters are too many.</param>
    public static bool TryMake(string raw, out string text)
    {
        text = "";
        var clean = new StringBuilder(raw.Length);
        var stray = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (c == ByteOrderMark && clean.Length == 0)
                continue;
            if (c == '\r' && i + 1 < raw.Length && raw[i + 1] == '\n')
                continue;
            if (IsLineEnd(c))
                clean.Append('\n');
            else if (c != '\t' && char.IsControl(c))
            {
                stray++;
                clean.Append(' ');
            }
            else if (char.IsSurrogate(c))
                i += AppendScalar(clean, raw, i);
            else
                clean.Append(c);
        }

        if (stray > 0 && (long)stray * TextPerControlCharacter > raw.Length)
            return false;
        text = LatinComposition.Compose(clean.ToString());
        return true;
    }

    /// <summary>A title: one line, single spaces, NFC.</summary>
    public static string OneLine(string raw) =>
        TryMake(raw, out var text) ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : "";

    static bool IsLineEnd(char c) => c is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    // How many units beyond the first were taken.
    static int AppendScalar(StringBuilder clean, string raw, int at)
    {
        if (Rune.TryGetRuneAt(raw, at, out _))
        {
            clean.Append(raw, at, 2);
            return 1;
        }

        clean.Append('\uFFFD');
        return 0;
    }
}
