using System.Text;

namespace ServerlessIct.Indicators;

/// <summary>
/// NFC for Latin letters, which is all that Vietnamese needs; letters of other scripts stay as they are.
/// Under InvariantGlobalization, or where ICU is not installed, <see cref="string.Normalize()"/> returns its input unchanged.
/// </summary>
public static class LatinComposition
{
    /// <summary>The text with each Latin letter and its marks composed.</summary>
    public static string Compose(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0300', '\u036F') && !text.AsSpan().ContainsAny('\u212A', '\u212B'))
            return text;

        var composed = new StringBuilder(text.Length);
        var marks = new List<char>();
        for (var i = 0; i < text.Length;)
        {
            // Marks at the very start have no letter to join.
            char? letter = IsMark(text[i]) ? null : Canonical(text[i++]);
            var end = i;
            while (end < text.Length && IsMark(text[end]))
                end++;
            if (end > i)
                AppendCluster(composed, marks, letter, text.AsSpan(i, end - i));
            else
                composed.Append(letter);
            i = end;
        }

        return composed.ToString();
    }

    static bool IsMark(char c) => c is >= '\u0300' and <= '\u036F' and not '\u034F';

    // The Kelvin and Ångström signs are letters; U+0340, U+0341 and U+0343 are other names of a mark.
    static char Canonical(char c) => c switch
    {
        '\u212A' => 'K',
        '\u212B' => '\u00C5',
        '\u0340' => '\u0300',
        '\u0341' => '\u0301',
        '\u0343' => '\u0313',
        _ => c,
    };

    // Takes the letter apart, puts its marks and those that follow in canonical order, and joins again.
    static void AppendCluster(StringBuilder composed, List<char> marks, char? letter, ReadOnlySpan<char> following)
    {
        marks.Clear();
        while (letter is { } whole && LatinPairs.TryDecompose(whole, out var parts))
        {
            marks.Insert(0, parts.Mark);
            letter = parts.Letter;
        }

        foreach (var c in following)
        {
            if (c == '\u0344')
                marks.AddRange(['\u0308', '\u0301']);
            else
                marks.Add(Canonical(c));
        }

        var ordered = marks.OrderBy(LatinPairs.ClassOf).ToArray();
        if (letter is { } start)
            AppendJoined(composed, start, ordered);
        else
            composed.Append(ordered);
    }

    // A mark joins the letter unless one of its own class stands between them.
    static void AppendJoined(StringBuilder composed, char letter, ReadOnlySpan<char> marks)
    {
        var left = new List<char>();
        foreach (var mark in marks)
        {
            var blocked = left.Count > 0 && LatinPairs.ClassOf(left[^1]) >= LatinPairs.ClassOf(mark);
            if (!blocked && LatinPairs.TryCompose(letter, mark, out var joined))
                letter = joined;
            else
                left.Add(mark);
        }

        composed.Append(letter);
        foreach (var mark in left)
            composed.Append(mark);
    }
}
