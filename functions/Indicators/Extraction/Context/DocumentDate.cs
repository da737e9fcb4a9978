using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Periods;

namespace ServerlessIct.Indicators.Extraction.Context;

/// <summary>Finds the day on which a document was written: in its dateline, else at its end.</summary>
static class DocumentDate
{
    /// <summary>A dateline stands among the first so many tokens, a signature among the last.</summary>
    const int Edge = 150;

    /// <summary>The date; null where the text names none.</summary>
    public static Period? Find(Language language, TokenizedText text)
    {
        var scanner = new PeriodScanner(language);
        return In(scanner, language, text, 0, Math.Min(Edge, text.Count)) ?? In(scanner, language, text, Math.Max(Edge, text.Count - Edge), text.Count);
    }

    static Period? In(PeriodScanner scanner, Language language, TokenizedText text, int first, int end)
    {
        var tokens = text.Tokens;
        for (var i = first; i < end; i++)
        {
            if (scanner.At(text.FoldedSpan, tokens.AsSpan(0, end), i, 0) is not { } mention) continue;
            // 28/8/1945 - 28/8/2020: an anniversary is of its last day.
            if (mention.End + 1 < end && tokens[mention.End].Is('-') && scanner.At(text.FoldedSpan, tokens.AsSpan(0, end), mention.End + 1, 0) is { HasYear: true }) { i = mention.End; continue; }
            if (mention is { HasYear: true, UpTo: false, Period: { } date } && (IsDay(text, date, mention) || IsLine(text, date, mention)) && !IsOfPaper(language, tokens, i)) return date;
            i = mention.End - 1;
        }

        return null;
    }

    /// <summary>A month that has a line to itself.</summary>
    static bool IsLine(TokenizedText text, Period period, PeriodMention mention) => period.Kind == PeriodKind.Month
        && (mention.First == 0 || text.Tokens[mention.First - 1].Kind == TokenKind.Break) && (mention.End == text.Count || text.Tokens[mention.End].Kind == TokenKind.Break);

    /// <summary>A day; the last of December, which is written as its year, where the text gives day and month: <c>cùng kỳ năm 2022</c> does not.</summary>
    static bool IsDay(TokenizedText text, Period period, PeriodMention mention)
    {
        if (period.Kind == PeriodKind.Day) return true;
        if (period.Kind != PeriodKind.Year || mention.Reference != PeriodReference.Named) return false;
        var numbers = 0;
        for (var i = mention.First; i < mention.End; i++)
            if (text.Tokens[i].Kind == TokenKind.Number) numbers++;
        return numbers > 1;
    }

    /// <summary><c>Quyết định số 12/QĐ-UBND ngày 02/7/2024</c>: the date of another paper; <c>từ ngày 02/7/2024</c>: when something began.</summary>
    static bool IsOfPaper(Language language, Token[] tokens, int i)
    {
        if (i > 0 && tokens[i - 1].Kind == TokenKind.Word && tokens[i - 1].Word == language.Words.From) return true;
        for (var j = i - 1; j >= 0 && j >= i - 6 && tokens[j].Kind != TokenKind.Break; j--)
            if ((tokens[j].Is('/') && j > 0 && tokens[j].Touches(tokens[j - 1]) && tokens[j + 1].Kind == TokenKind.Word) || (tokens[j].Kind == TokenKind.Word && tokens[j].Word == language.Words.Number && tokens[j + 1].Kind == TokenKind.Number)) return true;
        return false;
    }
}
