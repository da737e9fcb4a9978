using System.Text;

namespace ServerlessIct.Indicators.Tests.LanguageData;

/// <summary>The string and character literals of C# source, without its comments.</summary>
static class Literals
{
    /// <summary>Each literal with its escapes undone, its line, and the code that stands before it on any line.</summary>
    public static IReadOnlyList<Literal> Of(string source)
    {
        var found = new List<Literal>();
        Code(source, 0, found, '\0');
        return found;
    }

    /// <summary>Reads code up to a closing mark of its own level, <c>\0</c> for the end; where that stands.</summary>
    static int Code(string source, int i, List<Literal> found, char close)
    {
        for (var depth = 0; i < source.Length; i++)
        {
            var c = source[i];
            if (c == close && depth == 0) return i;
            if (c is '{' or '(' or '[') depth++;
            else if (c is '}' or ')' or ']') depth--;
            else if (At(source, i, "//")) i = Next(source, i, "\n");
            else if (At(source, i, "/*")) i = Next(source, i, "*/") + 1;
            else if (c == '\'') i = Quoted(source, i, i + 1, found, '\'', 0, verbatim: false);
            else if (c == '"') i = String(source, i, found);
            else if (c is '$' or '@' && Prefix(source, i) is var quote && quote > i) i = String(source, i, found);
        }

        return i;
    }

    static int Prefix(string source, int i)
    {
        var end = i;
        while (end < source.Length && source[end] is '$' or '@') end++;
        return end < source.Length && source[end] == '"' ? end : i;
    }

    static int String(string source, int start, List<Literal> found)
    {
        var i = source.IndexOf('"', start);
        var (prefix, holes) = (source[start..i], source[start..i].Count(c => c == '$'));
        if (!At(source, i, "\"\"\"")) return Quoted(source, start, i + 1, found, '"', holes, prefix.Contains('@', StringComparison.Ordinal));
        var quotes = i;
        while (quotes < source.Length && source[quotes] == '"') quotes++;
        var fence = source[i..quotes];
        var end = Next(source, quotes, fence);
        found.Add(Literal.At(source, start, source[quotes..Math.Min(end, source.Length)]));
        return end + fence.Length - 1;
    }

    /// <summary>Reads up to the closing quote; where that stands. The text between holes is one literal, what stands in holes is code.</summary>
    static int Quoted(string source, int start, int i, List<Literal> found, char quote, int holes, bool verbatim)
    {
        var text = new StringBuilder();
        for (; i < source.Length; i++)
        {
            var c = source[i];
            if (verbatim && At(source, i, "\"\"")) i++;
            else if (c == quote) break;
            if (c == '\\' && !verbatim) text.Append(Escaped(source, ref i));
            else if (holes > 0 && c == '{' && At(source, i, "{{")) i++;
            else if (holes > 0 && c == '{') i = Code(source, i + 1, found, '}');
            else text.Append(c);
        }

        found.Add(Literal.At(source, start, text.ToString()));
        return i;
    }

    static char Escaped(string source, ref int i)
    {
        i++;
        if (source[i] is not ('u' or 'x')) return source[i];
        var digits = 0;
        while (digits < 4 && i + 1 + digits < source.Length && char.IsAsciiHexDigit(source[i + 1 + digits])) digits++;
        var code = source.Substring(i + 1, digits);
        i += digits;
        return (char)int.Parse(code, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);
    }

    static bool At(string source, int i, string mark) => string.CompareOrdinal(source, i, mark, 0, mark.Length) == 0;

    static int Next(string source, int i, string mark) => source.IndexOf(mark, i, StringComparison.Ordinal) is >= 0 and var at ? at : source.Length;
}
