using System.Globalization;
using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Periods;

/// <summary>Finds the periods that tokens name, so that their numbers are not taken for figures.</summary>
sealed partial class PeriodScanner(Language language)
{
    /// <summary>From a time to the year of what was published then there are rarely more tokens.</summary>
    const int PublishingReach = 70;

    readonly Words common = language.Words;
    readonly PeriodWords words = language.PeriodWords;
    readonly PeriodSurroundings around = language.PeriodSurroundings;

    /// <summary>The mention that begins at a token; null where none does.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="tokens">The tokens of one sentence or paragraph.</param>
    /// <param name="i">The token.</param>
    /// <param name="year">The year in force, for mentions without one; 0 for none.</param>
    /// <param name="month">The month with which the period in force ends, where it is shorter than a year; 0 for none.</param>
    public PeriodMention? At(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int i, int year, int month = 0)
    {
        if (tokens[i].Kind == TokenKind.Word ? !around.Begins(tokens[i].Word) : tokens[i].Kind != TokenKind.Number) return null;
        var scan = new Scan(text, tokens, year, month, common, words, around);
        var found = tokens[i].Kind switch
        {
            TokenKind.Number => scan.FromNumber(i),
            TokenKind.Word => scan.FromWord(i),
            _ => null,
        };
        return found is null ? null : scan.Seen(found);
    }

    /// <summary>Whether a number that no period has stands between two tokens.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="tokens">The tokens of the text up to the last.</param>
    /// <param name="first">The first token.</param>
    /// <param name="year">The year in force.</param>
    public bool HasFigure(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int first, int year)
    {
        for (var i = first; i < tokens.Length; i++)
        {
            if (At(text, tokens, i, year) is { } mention) i = mention.End - 1;
            else if (tokens[i].Kind == TokenKind.Number) return true;
        }

        return false;
    }

    readonly ref partial struct Scan(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int year, int ending, Words common, PeriodWords words, PeriodSurroundings around)
    {
        readonly ReadOnlySpan<char> text = text;
        readonly ReadOnlySpan<Token> tokens = tokens;

        public PeriodMention? FromWord(int i)
        {
            var word = tokens[i].Word;
            if (word == words.Year) return FromYear(i);
            if (word == words.Month) return FromMonth(i);
            if (word == words.Quarter) return FromQuarter(i);
            if (words.SamePeriod.Length(tokens, i) is > 0 and var samePeriod) return SamePeriod(i, i + samePeriod, needsYear: false);
            if (words.SameTime.Length(tokens, i) is > 0 and var sameTime) return SamePeriod(i, i + sameTime, needsYear: true);
            if (word == words.Same && (Word(i + 1) == words.Month || Word(i + 1) == words.Quarter) && SamePeriod(i, i + 2, needsYear: true) is { } sameMonth) return sameMonth;
            if (word == words.Same && Word(i + 1) == words.Year) return NamedYear(i + 2) is > 0 and var sameYear ? new PeriodMention(i, i + 3, PeriodReference.Named, Period.OfYear(sameYear)) : new PeriodMention(i, i + 2, PeriodReference.ThatYear, null, false);
            if (words.Spans.Length(tokens, i) is > 0 and var span) return Span(i, i + span) ?? ThatSpan(i, i + span);
            if (word == words.First && Word(i + 1) == words.Year) return StartOfYear(i);
            if ((word == words.Last || word == words.End) && Word(i + 1) == words.Year && NamedYear(i + 2) is > 0 and var y)
                return new PeriodMention(i, i + 3, PeriodReference.Named, Period.OfYear(y));
            if (word == words.Last && EndOfYear(i) is { } ended) return ended;
            if (word == words.Day) return Date(i + 1, i);
            if (word == words.Term) return Within(i, PeriodKind.Span);
            if (word == words.IndexName && Year(i + 1) is > 0 and var named) return new PeriodMention(i, i + 2, PeriodReference.Named, Period.OfYear(named));
            if (word == words.Half) return HalfYear(i);
            if (words.Aforesaid.Length(tokens, i) is > 0 and var aforesaid) return new PeriodMention(i, i + aforesaid, PeriodReference.Aforesaid, null, false);
            if (word == words.Whole && Word(i + 1) == words.Year && Year(i + 2) == 0 && year > 0)
                return new PeriodMention(i, i + (Word(i + 2) == words.Now ? 3 : 2), PeriodReference.Named, Period.OfYear(year), false);
            if (words.Numbers.GetValueOrDefault(word) is > 0 and var spelt && Word(i - 1) != words.Month) return Counted(i, spelt);
            return Short(i, word);
        }

        /// <summary>The mention with what the words before it say of it.</summary>
        public PeriodMention Seen(PeriodMention mention)
        {
            if (mention.Reference != PeriodReference.Named) return mention;
            var before = mention.First - 1;
            var act = false;
            for (var i = before; i > 0 && before - i < 3; i--)
            {
                if (words.Acts.BeginAt(tokens, i - 1)) { act = !(Word(i - 2) == words.Day && Mark(mention.End, ',')); break; }
                if (!words.Links.Contains(Word(i))) break;
            }

            // Sở thành lập năm 2004 với 14 cán bộ: what it had then.
            act &= !(Word(mention.End) == common.With && mention.End + 1 < tokens.Length && tokens[mention.End + 1].Kind == TokenKind.Number);
            act |= mention.Period is { Kind: PeriodKind.Month or PeriodKind.Day } && !words.UpTo.Contains(Word(before)) && IsOfPublishing(mention.End);
            var upTo = words.UpTo.Contains(Word(before)) || (Word(before) == words.Last && words.UpTo.Contains(Word(before - 1)));
            act |= Word(mention.First) == words.Mandate || (mention.End - mention.First == 1 && IsOfLaw(before));
            return upTo || act ? mention with { UpTo = upTo, IsOfAct = act } : mention;
        }

        /// <summary><c>Cuối tháng 5 vừa qua, bộ công bố chỉ số năm 2021</c>: the act follows its time, and the year of what was published follows the act before any figure.</summary>
        bool IsOfPublishing(int end)
        {
            var acts = false;
            for (var i = end; i < tokens.Length && i < end + PublishingReach && !tokens[i].Is(';'); i++)
            {
                acts |= i > end && words.Acts.BeginAt(tokens, i - 1);
                if (tokens[i].Kind == TokenKind.Number) return acts && Word(i - 1) == words.Year && Year(i) > 0;
            }

            return false;
        }

        /// <summary><c>Luật Giao dịch điện tử 2023</c>: the year in a law's name.</summary>
        bool IsOfLaw(int before)
        {
            for (var i = before; i >= 0 && before - i < 6 && tokens[i].Kind == TokenKind.Word; i--)
                if (Word(i) == words.Law) return true;
            return false;
        }

        /// <summary><c>sáu tháng đầu năm</c>, <c>3 quý đầu năm</c>: so many months or quarters of a year.</summary>
        PeriodMention? Counted(int i, int count)
        {
            if (Word(i + 1) == words.Month) return Months(i, i + 1, count);
            return count <= 4 && Word(i + 1) == words.Quarter && (Word(i + 2) == words.First || Word(i + 2) == words.Year) ? Months(i, i + 1, count * 3) : null;
        }

        /// <summary><c>nửa đầu năm 2024</c>, <c>nửa cuối năm</c>.</summary>
        PeriodMention? HalfYear(int i)
        {
            var half = Word(i + 1) == words.First ? 1 : Word(i + 1) == words.Last ? 2 : 0;
            if (half == 0)
            {
                var passed = Word(i + 2) == words.Past || Word(i + 2) == words.First;
                return Word(i + 1) == words.Year && (passed || Mark(i + 2, ',')) && year > 0
                    ? new PeriodMention(i, i + (passed ? 3 : 2), PeriodReference.Named, Period.OfHalf(year, 1), false)
                    : null;
            }

            if (Word(i + 2) != words.Year) return null;
            return Year(i + 3) > 0 || IsOtherYear(i + 2) ? WithYear(i, i + 2, PeriodKind.Half, half) : WithYear(i, i + 3, PeriodKind.Half, half);
        }

        /// <summary><c>cả giai đoạn</c>, <c>nhiệm kỳ qua</c>, <c>nhiệm kỳ vừa qua</c>.</summary>
        PeriodMention? ThatSpan(int i, int end)
        {
            var past = Word(end) == words.Past ? end + 1 : Word(end) == words.Just && Word(end + 1) == words.Past ? end + 2 : 0;
            return past > 0 || Word(i - 1) == words.Whole ? new PeriodMention(i, past > 0 ? past : end, PeriodReference.ThatSpan, null, false) : null;
        }

        /// <summary>Whether <c>năm</c> is followed by <c>trước</c>, <c>ngoái</c> or <c>nay</c>.</summary>
        bool IsOtherYear(int i) => Word(i) == words.Year && (Word(i + 1) == words.Before || Word(i + 1) == words.LastYear || Word(i + 1) == words.Now);

        /// <summary><c>trong quý</c>, <c>tháng này</c>; not <c>trong tháng 6</c>, nor <c>trong năm tỉnh</c>, where <c>năm</c> is five.</summary>
        PeriodMention? Within(int i, PeriodKind length)
        {
            var named = length is PeriodKind.Month or PeriodKind.Quarter && Word(i + 1) == words.This;
            if (!named && !(Word(i - 1) == words.In && (i + 1 >= tokens.Length || tokens[i + 1].Kind is TokenKind.Mark or TokenKind.Break || around.GoesOn(tokens, i + 1)))) return null;
            return new PeriodMention(i, named ? i + 2 : i + 1, PeriodReference.Within, null, false) { Length = length };
        }

        public PeriodMention? FromNumber(int i)
        {
            if (Date(i, i) is { } date) return date;
            if (Small(i, 12) is > 0 and var count && (CountedShort(i, count) ?? Counted(i, count)) is { } counted) return counted;
            if (Small(i, 12) is > 0 and var month && Mark(i + 1, '/') && Year(i + 2) is > 0 and var monthYear && !Mark(i + 3, '/'))
                return new PeriodMention(i, i + 3, PeriodReference.Named, Period.OfMonth(monthYear, month));
            if (Span(i, i) is { } span) return span;
            if (Year(i) is > 0 and var only && Bare(i)) return new PeriodMention(i, i + 1, PeriodReference.Named, Period.OfYear(only));
            return null;
        }

        /// <summary>A year by itself: not followed by something that it counts, nor part of a document's number; in <c>năm 2022 và 2023</c> it goes on from another.</summary>
        bool Bare(int i) => !Mark(i + 1, '%') && !Mark(i + 1, '/') && (GoesOnFromYear(i) || !around.IsAmount(tokens, i));

        bool GoesOnFromYear(int i) => i > 2 && (Mark(i - 1, ',') || Word(i - 1) == common.And) && Year(i - 2) > 0 && (Word(i - 3) == words.Year || Mark(i - 3, ','));

        PeriodMention? FromYear(int i)
        {
            if (NamedYear(i + 1) is > 0 and var named)
            {
                if (Mark(i + 2, '%')) return null;
                if ((Mark(i + 2, '-') || Word(i + 2) == words.To) && NamedYear(i + 3) is > 0 and var last && last > named)
                    return new PeriodMention(i, i + 4, PeriodReference.Named, Period.OfSpan(named, last));
                return new PeriodMention(i, i + 2, PeriodReference.Named, Period.OfYear(named));
            }

            var next = Word(i + 1);
            if (next == words.Month && (Word(i + 2) == words.First || ending == 5)) return Counted(i, 5);
            if (next == words.Adjacent && (Word(i + 2) == words.Before || Word(i + 2) == words.Term)) return new PeriodMention(i, i + 3, PeriodReference.PreviousYear, null, false);
            if (next == words.That || next == words.Yonder) return new PeriodMention(i, i + 2, PeriodReference.ThatYear, null, false);
            if (next == words.Before || next == words.LastYear) return new PeriodMention(i, i + (Word(i + 2) == words.That ? 3 : 2), PeriodReference.PreviousYear, null, false);
            if (EndsYear(i) is > 0 and var ended) return new PeriodMention(i, ended, PeriodReference.Named, Period.OfYear(year), false);
            return next == words.Now || next == words.Past || next == words.This ? new PeriodMention(i, i + 2, PeriodReference.Current, null, false) : Within(i, PeriodKind.Year);
        }

        /// <summary><c>đến hết năm</c>, <c>tới cuối năm nay</c>: the end of what is no other year; where that ends, or 0.</summary>
        int EndsYear(int i)
        {
            if (year == 0 || !(Word(i - 1) == words.Last || Word(i - 1) == words.End) || !words.UpTo.Contains(Word(i - 2))) return 0;
            if (Word(i + 1) == words.Now) return i + 2;
            return i + 1 >= tokens.Length || tokens[i + 1].Kind != TokenKind.Word || !words.OtherYears.Contains(Word(i + 1)) ? i + 1 : 0;
        }

        /// <summary><c>nâng lên 92% vào cuối năm</c>, <c>để cuối năm đạt 65%</c>, <c>vào cuối năm ngoái</c>.</summary>
        PeriodMention? EndOfYear(int i)
        {
            if (year == 0 || Word(i + 1) != words.Year || NamedYear(i + 2) > 0 || !words.Towards.Contains(Word(i - 1)) || words.OtherYears.Contains(Word(i + 2))) return null;
            return new PeriodMention(i, IsOtherYear(i + 1) ? i + 3 : i + 2, PeriodReference.Named, Period.OfYear(IsOtherYear(i + 1) && Word(i + 2) != words.Now ? year - 1 : year), false);
        }

        PeriodMention? FromMonth(int i)
        {
            if (Word(i + 1) == words.Before || (Word(i + 1) == words.Adjacent && Word(i + 2) == words.Before)) return Preceding(i, PeriodKind.Month);
            if (Dotted(i + 1, out var parts) && parts is { Day: 0 }) return new PeriodMention(i, i + 2, PeriodReference.Named, Period.OfMonth(parts.Year, parts.Month));
            var month = Small(i + 1, 12);
            var end = i + 2;
            if (month == 0 && words.Numbers.GetValueOrDefault(Word(i + 1)) is > 0 and var spelt)
            {
                month = spelt;
                if (spelt == 10 && words.Numbers.GetValueOrDefault(Word(i + 2)) is 1 or 2) month += words.Numbers.GetValueOrDefault(Word(end++));
            }

            return month == 0 ? Within(i, PeriodKind.Month) : WithYear(i, end, PeriodKind.Month, month);
        }

        PeriodMention? FromQuarter(int i)
        {
            if (Word(i + 1) == words.Before || (Word(i + 1) == words.Adjacent && Word(i + 2) == words.Before)) return Preceding(i, PeriodKind.Quarter);
            if (Word(i + 1) == words.First && Word(i + 2) == words.Year) return WithYear(i, i + (Year(i + 3) > 0 ? 2 : 3), PeriodKind.Quarter, 1);
            if (Word(i + 1) == words.Last && Word(i + 2) == words.Year) return WithYear(i, i + (Year(i + 3) > 0 ? 2 : 3), PeriodKind.Quarter, 4);
            var quarter = Small(i + 1, 4);
            if (quarter == 0) quarter = words.Roman.GetValueOrDefault(Word(i + 1));
            return quarter == 0 ? Within(i, PeriodKind.Quarter) : WithYear(i, i + 2, PeriodKind.Quarter, quarter);
        }

        /// <summary><c>tháng trước</c>, <c>quý liền trước</c>.</summary>
        PeriodMention Preceding(int i, PeriodKind length) => new(i, Word(i + 1) == words.Before ? i + 2 : i + 3, PeriodReference.Preceding, null, false) { Length = length };

        /// <summary><c>9 tháng đầu năm 2024</c>, <c>6 tháng cuối năm</c>, <c>8 tháng năm 2025</c>, <c>6 tháng 2019</c>.</summary>
        PeriodMention? Months(int first, int i, int months)
        {
            i++;
            if (Word(i) == common.Of && Word(i + 1) == words.Year) i++;
            var last = Word(i) == words.Last && Word(i + 1) == words.Year;
            var named = last || Word(i) == words.First;
            if (named) i++;
            if (Word(i) == words.Year && named && Year(i + 1) == 0 && !IsOtherYear(i)) i++;
            if (!named && (Mark(i, '/') && Year(i + 1) == 0)) return null;
            var mention = last && months == 6 ? WithYear(first, i, PeriodKind.Half, 2) : WithYear(first, i, PeriodKind.FirstMonths, months);
            if (named || mention.HasYear) return mention;
            // Sau 7 tháng: where the figures are of July or of seven months, so far into the year.
            var before = months == ending && Word(first - 1) == words.After ? 0 : Word(first - 1);
            return year > 0 && !around.IsLength(before, Word(i)) ? mention : null;
        }

        /// <summary><c>cùng kỳ</c>, <c>cùng thời điểm</c>, <c>cùng thời gian</c>, <c>cùng tháng</c>, of the year before or of another; all but the first are of this one without a year.</summary>
        PeriodMention? SamePeriod(int i, int end, bool needsYear)
        {
            if (needsYear && Word(end) == words.This) end++;
            if (Word(end) == words.Year && (Word(end + 1) == words.Before || Word(end + 1) == words.LastYear))
                return new PeriodMention(i, end + 2, PeriodReference.SamePeriod, null, false);
            if (Word(end) == words.Year && Year(end + 1) is > 0 and var named) return new PeriodMention(i, end + 2, PeriodReference.SamePeriod, Period.OfYear(named));
            if (Year(end) is > 0 and var bare) return new PeriodMention(i, end + 1, PeriodReference.SamePeriod, Period.OfYear(bare));
            return needsYear ? null : new PeriodMention(i, end, PeriodReference.SamePeriod, null, false);
        }

        PeriodMention StartOfYear(int i) => NamedYear(i + 2) is > 0 and var y
            ? new PeriodMention(i, i + 3, PeriodReference.Named, Period.OfYear(y))
            : new PeriodMention(i, i + 2, PeriodReference.StartOfYear, null, false);

        PeriodMention WithYear(int first, int end, PeriodKind kind, int part)
        {
            if (year > 0 && IsOtherYear(end)) return new PeriodMention(first, end + 2, PeriodReference.Named, Of(kind, Word(end + 1) == words.Now ? year : year - 1, part), Word(end + 1) != words.Now);
            if ((Mark(end, '/') || Mark(end, '-')) && NamedYear(end + 1) is > 0 and var slashed) return new PeriodMention(first, end + 2, PeriodReference.Named, Of(kind, slashed, part));
            if (Word(end) == words.Year && NamedYear(end + 1) is > 0 and var said) return new PeriodMention(first, end + 2, PeriodReference.Named, Of(kind, said, part));
            if (Year(end) is > 0 and var bare) return new PeriodMention(first, end + 1, PeriodReference.Named, Of(kind, bare, part));
            return new PeriodMention(first, end, PeriodReference.Named, year > 0 ? Of(kind, year, part) : null, false);
        }

        static Period Of(PeriodKind kind, int year, int part) => kind switch
        {
            PeriodKind.Half => Period.OfHalf(year, part),
            PeriodKind.Quarter => Period.OfQuarter(year, part),
            PeriodKind.Month => Period.OfMonth(year, part),
            _ => Period.OfFirstMonths(year, part),
        };

        int Word(int i) => i >= 0 && i < tokens.Length && tokens[i].Kind == TokenKind.Word ? tokens[i].Word : 0;

        bool Mark(int i, char mark) => i < tokens.Length && tokens[i].Is(mark);

        int Small(int i, int most) => Integer(i, 2) is > 0 and var n && n <= most ? n : 0;

        int Year(int i) => Integer(i, 4) is var n && n is >= 1990 and <= 2060 ? n : 0;

        /// <summary>A year that a word or a day says is one, <c>năm 1976</c>, <c>28/8/1945</c>: four digits by themselves are one from 1990 on only.</summary>
        int NamedYear(int i) => Integer(i, 4) is var n && n is >= Period.FirstYear and <= 2060 ? n : 0;

        int Integer(int i, int mostDigits) =>
            i < tokens.Length && tokens[i].Kind == TokenKind.Number && tokens[i].End - tokens[i].Start <= mostDigits
            && int.TryParse(text[tokens[i].Start..tokens[i].End], NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                ? n
                : 0;
    }
}
