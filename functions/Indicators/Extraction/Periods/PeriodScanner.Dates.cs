using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Periods;

/// <summary>Days, and spans of years.</summary>
sealed partial class PeriodScanner
{
    readonly ref partial struct Scan
    {
        PeriodMention? Span(int i, int at)
        {
            if (Word(at) == words.Year) at++;
            return (i < at ? NamedYear(at) : Year(at)) is > 0 and var first && (Mark(at + 1, '-') || Word(at + 1) == words.To || (Mark(at + 1, '/') && i < at)) && Year(at + 2) is > 0 and var last && last > first
                ? new PeriodMention(i, at + 3, PeriodReference.Named, Period.OfSpan(first, last))
                : null;
        }

        /// <summary><c>15/6/2024</c>, <c>24-12-2024</c>, <c>24/12</c> after <c>ngày</c>, <c>15 tháng 6 năm 2024</c>.</summary>
        PeriodMention? Date(int i, int first)
        {
            if (Dotted(i, out var parts) && parts.Day > 0 && (parts.Year > 0 || first < i || (words.UpTo.Contains(Word(i - 1)) && Word(i - 2) == words.Count)))
                return Day(first, i + 1, parts.Year > 0 ? parts.Year : year, parts.Month, parts.Day);
            if (Small(i, 31) is not (> 0 and var day)) return null;
            var separator = Mark(i + 1, '/') ? '/' : Mark(i + 1, '-') ? '-' : '\0';
            if (separator != '\0' && Small(i + 2, 12) is > 0 and var month && tokens[i + 1].Touches(tokens[i]))
            {
                if (Mark(i + 3, separator) && NamedYear(i + 4) is > 0 and var full) return Day(first, i + 5, full, month, day);
                if (separator == '/' && (first < i || (day > month && (words.UpTo.Contains(Word(i - 1)) || Word(i - 1) == words.Point) && !Mark(i + 3, '/')))) return Day(first, i + 3, year, month, day);
            }

            if (Word(i + 1) == words.Month && first < i && Small(i + 2, 12) is > 0 and var spelt)
            {
                return Word(i + 3) == words.Year && NamedYear(i + 4) is > 0 and var said
                    ? Day(first, i + 5, said, spelt, day)
                    : Day(first, i + 3, year, spelt, day);
            }

            return null;
        }

        bool Dotted(int i, out (int Year, int Month, int Day) parts)
        {
            parts = default;
            return i < tokens.Length && tokens[i].Kind == TokenKind.Number && DottedDate.TryRead(text[tokens[i].Start..tokens[i].End], out parts);
        }

        static PeriodMention? Day(int first, int end, int year, int month, int day) =>
            Period.IsYear(year) && day <= DateTime.DaysInMonth(year, month)
                ? new PeriodMention(first, end, PeriodReference.Named, Period.OfDay(year, month, day))
                : new PeriodMention(first, end, PeriodReference.Named, null, false);
    }
}
