using System.Globalization;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Periods;

/// <summary>Finds the periods that tokens name, so that their numbers are not taken for figures.</summary>
sealed class PeriodScanner(Words words)
{
    /// <summary>The mention that begins at a token; null where none does.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="tokens">The tokens of one sentence or paragraph.</param>
    /// <param name="i">The token.</param>
    /// <param name="year">The year in force, for mentions without one; 0 for none.</param>
    public PeriodMention? At(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int i, int year)
    {
        var scan = new Scan(text, tokens, year, words);
        return tokens[i].Kind switch
        {
            TokenKind.Number => scan.FromNumber(i),
            TokenKind.Word when tokens[i].Word != 0 => scan.FromWord(i),
            _ => null,
        };
    }

    readonly ref struct Scan(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int year, Words words)
    {
        readonly ReadOnlySpan<char> text = text;
        readonly ReadOnlySpan<Token> tokens = tokens;

        public PeriodMention? FromWord(int i)
        {
            var word = tokens[i].Word;
            if (word == words.Year) return FromYear(i);
            if (word == words.Month) return FromMonth(i);
            if (word == words.Quarter) return FromQuarter(i);
            if (word == words.Same && Word(i + 1) == words.Term) return SamePeriod(i);
            if (word == words.Stage && Word(i + 1) == words.Section) return Span(i, i + 2);
            if (word == words.First && Word(i + 1) == words.Year) return StartOfYear(i);
            if ((word == words.Last || word == words.End) && Word(i + 1) == words.Year && Year(i + 2) is > 0 and var y)
                return new PeriodMention(i, i + 3, PeriodReference.Named, Period.OfYear(y));
            if (word == words.Day) return Date(i + 1, i);
            if (word == words.Report && Year(i + 1) is > 0 and var named) return new PeriodMention(i, i + 2, PeriodReference.Named, Period.OfYear(named));
            if (words.NumberWord(word) is > 0 and var months && Word(i + 1) == words.Month && Word(i + 2) == words.First)
                return Months(i, i + 1, months);
            return null;
        }

        public PeriodMention? FromNumber(int i)
        {
            if (Date(i, i) is { } date) return date;
            if (Small(i, 12) is > 0 and var months && Word(i + 1) == words.Month) return Months(i, i + 1, months);
            if (Small(i, 4) is > 0 and var quarters && Word(i + 1) == words.Quarter && (Word(i + 2) == words.First || Word(i + 2) == words.Year))
                return Months(i, i + 1, quarters * 3);
            if (Small(i, 12) is > 0 and var month && Mark(i + 1, '/') && Year(i + 2) is > 0 and var monthYear && !Mark(i + 3, '/'))
                return new PeriodMention(i, i + 3, PeriodReference.Named, Period.OfMonth(monthYear, month));
            if (Year(i) is > 0 and var only && Bare(i)) return new PeriodMention(i, i + 1, PeriodReference.Named, Period.OfYear(only));
            return null;
        }

        /// <summary>A year by itself: not followed by something that it counts, nor part of a document's number.</summary>
        bool Bare(int i) => !(i + 1 < tokens.Length && (tokens[i + 1].Is('%') || tokens[i + 1].Is('/')));

        PeriodMention? FromYear(int i)
        {
            if (Year(i + 1) is > 0 and var named)
            {
                if ((Mark(i + 2, '-') || Word(i + 2) == words.To) && Year(i + 3) is > 0 and var last && last > named)
                    return new PeriodMention(i, i + 4, PeriodReference.Named, Period.OfSpan(named, last));
                return new PeriodMention(i, i + 2, PeriodReference.Named, Period.OfYear(named));
            }

            var next = Word(i + 1);
            if (next == words.Before || next == words.Gone) return new PeriodMention(i, i + 2, PeriodReference.PreviousYear, null, false);
            return next == words.Now || next == words.Past || next == words.This ? new PeriodMention(i, i + 2, PeriodReference.Current, null, false) : null;
        }

        PeriodMention? FromMonth(int i)
        {
            if (Word(i + 1) == words.Before) return new PeriodMention(i, i + 2, PeriodReference.Preceding, null, false);
            var month = Small(i + 1, 12);
            var end = i + 2;
            if (month == 0 && words.NumberWord(Word(i + 1)) is > 0 and var spelt)
            {
                month = spelt;
                if (spelt == 10 && words.NumberWord(Word(i + 2)) is 1 or 2) month += words.NumberWord(Word(end++));
            }

            if (month == 0) return null;
            return WithYear(i, end, y => Period.OfMonth(y, month));
        }

        PeriodMention? FromQuarter(int i)
        {
            if (Word(i + 1) == words.Before) return new PeriodMention(i, i + 2, PeriodReference.Preceding, null, false);
            var quarter = Small(i + 1, 4);
            if (quarter == 0) quarter = words.Roman(Word(i + 1));
            return quarter == 0 ? null : WithYear(i, i + 2, y => Period.OfQuarter(y, quarter));
        }

        /// <summary><c>9 tháng đầu năm 2024</c>, <c>6 tháng cuối năm</c>, <c>8 tháng năm 2025</c>, <c>6 tháng 2019</c>.</summary>
        PeriodMention? Months(int first, int i, int months)
        {
            i++;
            if (Word(i) == words.Of && Word(i + 1) == words.Year) i++;
            var last = Word(i) == words.Last && Word(i + 1) == words.Year;
            var named = last || Word(i) == words.First;
            if (named) i++;
            if (Word(i) == words.Year && named && Year(i + 1) == 0) i += Word(i + 1) == words.Now ? 2 : 1;
            var mention = WithYear(first, i, y => last && months == 6 ? Period.OfHalf(y, 2) : Period.OfFirstMonths(y, months));
            return named || mention?.HasYear == true || year > 0 ? mention : null;
        }

        PeriodMention? SamePeriod(int i)
        {
            var end = i + 2;
            if (Word(end) == words.Year && (Word(end + 1) == words.Before || Word(end + 1) == words.Gone))
                return new PeriodMention(i, end + 2, PeriodReference.SamePeriod, null, false);
            if (Word(end) == words.Year && Year(end + 1) is > 0 and var named) return new PeriodMention(i, end + 2, PeriodReference.SamePeriod, Period.OfYear(named));
            if (Year(end) is > 0 and var bare) return new PeriodMention(i, end + 1, PeriodReference.SamePeriod, Period.OfYear(bare));
            return new PeriodMention(i, end, PeriodReference.SamePeriod, null, false);
        }

        PeriodMention StartOfYear(int i) => Year(i + 2) is > 0 and var y
            ? new PeriodMention(i, i + 3, PeriodReference.Named, Period.OfYear(y))
            : new PeriodMention(i, i + 2, PeriodReference.StartOfYear, null, false);

        PeriodMention? Span(int i, int at) =>
            Year(at) is > 0 and var first && (Mark(at + 1, '-') || Word(at + 1) == words.To || Mark(at + 1, '/')) && Year(at + 2) is > 0 and var last && last > first
                ? new PeriodMention(i, at + 3, PeriodReference.Named, Period.OfSpan(first, last))
                : null;

        /// <summary><c>15/6/2024</c>, <c>24-12-2024</c>, <c>24/12</c> after <c>ngày</c>, <c>15 tháng 6 năm 2024</c>.</summary>
        PeriodMention? Date(int i, int first)
        {
            if (Small(i, 31) is not (> 0 and var day)) return null;
            var separator = Mark(i + 1, '/') ? '/' : Mark(i + 1, '-') ? '-' : '\0';
            if (separator != '\0' && Small(i + 2, 12) is > 0 and var month && tokens[i + 1].Touches(tokens[i]))
            {
                if (Mark(i + 3, separator) && Year(i + 4) is > 0 and var full) return Day(first, i + 5, full, month, day);
                if (first < i && separator == '/') return Day(first, i + 3, year, month, day);
            }

            if (Word(i + 1) == words.Month && first < i && Small(i + 2, 12) is > 0 and var spelt)
            {
                return Word(i + 3) == words.Year && Year(i + 4) is > 0 and var said
                    ? Day(first, i + 5, said, spelt, day)
                    : Day(first, i + 3, year, spelt, day);
            }

            return null;
        }

        static PeriodMention? Day(int first, int end, int year, int month, int day) =>
            Period.IsYear(year) && day <= DateTime.DaysInMonth(year, month)
                ? new PeriodMention(first, end, PeriodReference.Named, Period.OfDay(year, month, day))
                : new PeriodMention(first, end, PeriodReference.Named, null, false);

        PeriodMention? WithYear(int first, int end, Func<int, Period> of)
        {
            if ((Mark(end, '/') || Mark(end, '-')) && Year(end + 1) is > 0 and var slashed) return new PeriodMention(first, end + 2, PeriodReference.Named, of(slashed));
            if (Word(end) == words.Year && Year(end + 1) is > 0 and var said) return new PeriodMention(first, end + 2, PeriodReference.Named, of(said));
            if (Year(end) is > 0 and var bare) return new PeriodMention(first, end + 1, PeriodReference.Named, of(bare));
            return new PeriodMention(first, end, PeriodReference.Named, year > 0 ? of(year) : null, false);
        }

        int Word(int i) => i < tokens.Length && tokens[i].Kind == TokenKind.Word ? tokens[i].Word : 0;

        bool Mark(int i, char mark) => i < tokens.Length && tokens[i].Is(mark);

        int Small(int i, int most) => Integer(i, 2) is > 0 and var n && n <= most ? n : 0;

        int Year(int i) => Integer(i, 4) is var n && n is >= 1990 and <= 2060 ? n : 0;

        int Integer(int i, int mostDigits) =>
            i < tokens.Length && tokens[i].Kind == TokenKind.Number && tokens[i].End - tokens[i].Start <= mostDigits
            && int.TryParse(text[tokens[i].Start..tokens[i].End], NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                ? n
                : 0;
    }
}
