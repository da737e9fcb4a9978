using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Periods;

/// <summary>Periods as forms and tables write them short.</summary>
sealed partial class PeriodScanner
{
    readonly ref partial struct Scan
    {
        /// <summary><c>6T/2024</c>, <c>9T đầu năm</c>, <c>9T: 391 tỷ</c>, <c>T9/2024</c>, <c>QIII/2024</c>, <c>Q.III/2024</c>, <c>Q4/2024</c>: what is written short has its year, or words that tell what it is.</summary>
        PeriodMention? Short(int i, int word)
        {
            if (words.ShortCounts.GetValueOrDefault(word) is > 0 and var months) return Months(i, i, months) is { } named && (named.HasYear || named.End > i + 1 || IsHeadOfFigure(i + 1)) ? named : null;
            if (words.ShortMonths.GetValueOrDefault(word) is > 0 and var month) return WithYear(i, i + 1, PeriodKind.Month, month) is { HasYear: true } dated ? dated : null;
            if (words.ShortQuarters.GetValueOrDefault(word) is > 0 and var quarter)
            {
                var introduced = tokens[i].End - tokens[i].Start > 2 || words.Links.Contains(Word(i - 1)) || words.UpTo.Contains(Word(i - 1));
                return WithYear(i, i + 1, PeriodKind.Quarter, quarter) is var q && (q.HasYear || introduced) ? q : null;
            }

            if (word != words.QuarterLetter || !Mark(i + 1, '.')) return null;
            var dotted = Small(i + 2, 4) is > 0 and var digit ? digit : words.Roman.GetValueOrDefault(Word(i + 2));
            return dotted > 0 && WithYear(i, i + 3, PeriodKind.Quarter, dotted) is { HasYear: true } full ? full : null;
        }

        /// <summary>Whether a colon, a bracket or a number stands there: <c>9T (viễn thông): 61 tỷ</c>; <c>xe 9T chở hàng</c> is a lorry.</summary>
        bool IsHeadOfFigure(int i) => Mark(i, ':') || Mark(i, '(') || (i < tokens.Length && tokens[i].Kind == TokenKind.Number && !Mark(i + 1, '/'));

        /// <summary><c>6TH/2024</c>: the letters stand apart from the number when the text is split.</summary>
        PeriodMention? CountedShort(int i, int count) =>
            Word(i + 1) == words.MonthLetters && tokens[i + 1].Touches(tokens[i]) && Months(i, i + 1, count) is { HasYear: true } months ? months : null;
    }
}
