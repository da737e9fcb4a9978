using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Periods;

namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>Reads the lines above a table.</summary>
sealed class CaptionReader(Language language, char[] text, Token[] tokens)
{
    /// <param name="caption">The tokens of the lines.</param>
    /// <param name="year">The year of mentions without one; 0 for none.</param>
    public Caption Read(TableCell caption, int year)
    {
        if (caption.IsEmpty) return new Caption(null, null, 0, false);
        var named = PeriodIn(caption, year, out var last);
        return new Caption(named, MeasureIn(caption), last, Has(caption, language.DocumentWords.Wanted) && !Has(caption, language.DocumentWords.Reached));
    }

    /// <summary>The period named nearest above the table; null where the caption is of a span of years.</summary>
    Period? PeriodIn(TableCell caption, int year, out int last)
    {
        var periods = new PeriodScanner(language);
        var (named, spans) = ((Period?)null, false);
        last = 0;
        for (var i = caption.First; i < caption.End; i++)
        {
            if (periods.At(text, tokens.AsSpan(0, caption.End), i, year) is not { } mention) continue;
            if (mention is { Reference: PeriodReference.Named, Period: { } period })
            {
                spans |= period.Kind == PeriodKind.Span || IsJoined(mention, caption);
                last = Math.Max(last, period.FinalYear);
                named = period;
            }

            i = mention.End - 1;
        }

        return spans ? null : named;
    }

    /// <summary><c>2019 - 2023</c>.</summary>
    bool IsJoined(PeriodMention mention, TableCell caption) =>
        mention.End + 1 < caption.End && tokens[mention.End].Is('-') && tokens[mention.End + 1].Kind == TokenKind.Number;

    /// <summary><c>Đơn vị tính: tỷ đồng</c>.</summary>
    Measure? MeasureIn(TableCell caption)
    {
        var measures = new MeasureReader(language, text, tokens);
        for (var i = caption.First; i < caption.End; i++)
        {
            var length = language.Headers.Longest(tokens.AsSpan(0, caption.End), i, out var tags);
            if (length == 0 || !tags.HasAny(HeaderTag.UnitName)) continue;
            var first = i + length;
            if (first < caption.End && tokens[first].Is(':')) first++;
            else if (!tokens[first - 1].Is(':')) continue;
            var end = first;
            while (end < caption.End && tokens[end].Kind != TokenKind.Break && !tokens[end].Is(')')) end++;
            return measures.Read(first, end, nouns: true);
        }

        return BracketedIn(caption, measures);
    }

    /// <summary><c>Vốn đầu tư thực hiện (tỷ đồng)</c>: a unit in brackets at the end of the last line.</summary>
    Measure? BracketedIn(TableCell caption, MeasureReader measures)
    {
        var close = caption.End - 1;
        while (close > caption.First && tokens[close].Kind == TokenKind.Break) close--;
        if (close <= caption.First || !tokens[close].Is(')')) return null;
        var open = close - 1;
        while (open >= caption.First && tokens[open].Kind != TokenKind.Break && !tokens[open].Is('(')) open--;
        return open >= caption.First && tokens[open].Is('(') && open + 1 < close ? measures.Read(open + 1, close, nouns: false) : null;
    }

    bool Has(TableCell caption, PhraseSet phrases)
    {
        for (var i = caption.First; i < caption.End; i++)
            if (phrases.BeginAt(tokens.AsSpan(0, caption.End), i)) return true;
        return false;
    }
}
