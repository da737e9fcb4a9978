using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Context;

/// <summary>Tells whose figures stand under a heading: <c>Tình hình chung của cả nước</c>, <c>Đối với tỉnh Điện Biên</c>, <c>Đà Nẵng</c>.</summary>
static class HeadingPlace
{
    /// <summary>The slug of the place with which the heading ends; null where it names none there, or is about something in the place.</summary>
    /// <param name="language">The language data.</param>
    /// <param name="text">The text as written.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="first">The first token behind the heading's number.</param>
    /// <param name="end">One past the heading's last token.</param>
    public static string? Of(Language language, string text, Token[] tokens, int first, int end)
    {
        while (end > first && tokens[end - 1].Kind == TokenKind.Mark) end--;
        var span = tokens.AsSpan(0, end);
        for (var i = first; i < end;)
        {
            if (language.Places.At(text, span, i, out var length, out var title) is { } slug)
                return i + length == end && title is not (PlaceTitle.Seat or PlaceTitle.Part) ? slug : null;
            if (language.Places.IsTitle(tokens[i])) { i++; continue; }
            var word = language.Places.WordAt(span, i, out var size);
            if (word is not (PlaceWord.Linking or PlaceWord.Fellows) && language.Lexicon.Longest(span, i, out _) is var phrase) size = phrase;
            if (size == 0) return null;
            i += size;
        }

        return null;
    }
}
