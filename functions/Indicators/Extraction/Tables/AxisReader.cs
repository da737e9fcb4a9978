using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Periods;

namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>Reads the headings of columns and rows: periods, plan or reached, comparisons, units, and the words that are left.</summary>
sealed class AxisReader(Language language, char[] text, Token[] tokens)
{
    /// <summary>A heading with more tokens is prose.</summary>
    public const int Longest = 60;

    readonly PeriodScanner periods = new(language);
    readonly MeasureReader measures = new(language, text, tokens);

    /// <summary>The meaning of the cells of one column's headings, from top to bottom.</summary>
    /// <param name="year">The year of mentions without one; 0 for none.</param>
    public Axis Read(ReadOnlySpan<TableCell> cells, int year)
    {
        var axis = new Axis();
        var filled = 0;
        foreach (var cell in cells)
            if (!cell.IsEmpty) filled++;
        foreach (var cell in cells)
            if (!cell.IsEmpty && cell.End - cell.First <= Longest) Read(axis, cell, year, filled == 1);
        return axis;
    }

    void Read(Axis axis, TableCell cell, int year, bool alone)
    {
        var before = axis.Rest.Count;
        for (var i = cell.First; i < cell.End;)
        {
            var length = Bracket(axis, cell, i);
            if (length == 0) length = Time(axis, i, cell.End, year);
            if (length == 0) length = Phrase(axis, cell, i, alone);
            if (length == 0) length = Word(axis, cell, i, before);
            i += length;
        }
    }

    /// <summary><c>(%)</c>, <c>(tỷ đồng)</c>, <c>(ĐVT: trạm)</c>.</summary>
    int Bracket(Axis axis, TableCell cell, int i)
    {
        if (!tokens[i].Is('(')) return 0;
        var close = i + 1;
        while (close < cell.End && !tokens[close].Is(')')) close++;
        var first = AfterUnitName(i + 1, close);
        if (close == cell.End || measures.Read(first, close, nouns: first > i + 1) is not { } measure) return 1;
        if (measure.Unit == Unit.Percent) axis.Percent = true;
        axis.Measure = measure;
        return close + 1 - i;
    }

    /// <summary>Where the unit begins behind <c>ĐVT:</c>.</summary>
    int AfterUnitName(int i, int end)
    {
        var length = language.Headers.Longest(tokens.AsSpan(0, end), i, out var tags);
        if (length == 0 || !tags.HasAny(HeaderTag.UnitName)) return i;
        i += length;
        return i < end && tokens[i].Is(':') ? i + 1 : i;
    }

    int Time(Axis axis, int i, int end, int year)
    {
        if (YearsJoined(i, end) is { } pair) return Place(axis, pair);
        if (YearBeforeStroke(i, end) is { } first) return Place(axis, first);
        return Months(i, end) is { } months ? Place(axis, months) : periods.At(text, tokens.AsSpan(0, end), i, year) is { Reference: not PeriodReference.Within } mention ? Place(axis, mention) : 0;

        static int Place(Axis axis, PeriodMention mention)
        {
            var isBasis = axis.IsParted || mention.Reference is PeriodReference.SamePeriod or PeriodReference.PreviousYear or PeriodReference.Preceding or PeriodReference.StartOfYear;
            if (isBasis && (axis.IsParted || axis.Has(HeaderTag.Compared) || axis.Has(HeaderTag.Change))) axis.Basis ??= mention;
            else axis.Period ??= mention;
            return mention.End - mention.First;
        }
    }

    /// <summary><c>2016-2020</c>.</summary>
    PeriodMention? YearsJoined(int i, int end) =>
        i + 2 < end && tokens[i + 1].Is('-') && Year(i) is > 0 and var first && Year(i + 2) is > 0 and var last && last > first
            ? new PeriodMention(i, i + 3, PeriodReference.Named, Period.OfSpan(first, last))
            : null;

    /// <summary>The first year of <c>2020/2019</c>.</summary>
    PeriodMention? YearBeforeStroke(int i, int end) =>
        i + 1 < end && tokens[i + 1].Is('/') && Year(i) is > 0 and var year ? new PeriodMention(i, i + 1, PeriodReference.Named, Period.OfYear(year)) : null;

    /// <summary><c>6T/2024</c>, <c>9T 2023</c>.</summary>
    PeriodMention? Months(int i, int end)
    {
        if (i + 2 >= end || tokens[i].Kind != TokenKind.Number || !(language.PeriodWords.TableMonthLetters.Contains(tokens[i + 1].Word) && tokens[i + 1].Touches(tokens[i]))) return null;
        if (!int.TryParse(Text(i), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var months) || months is < 1 or > 12) return null;
        var at = tokens[i + 2].Is('/') ? i + 3 : i + 2;
        return at < end && Year(at) is > 0 and var year ? new PeriodMention(i, at + 1, PeriodReference.Named, Period.OfFirstMonths(year, months)) : null;
    }

    int Phrase(Axis axis, TableCell cell, int i, bool alone)
    {
        var length = language.Headers.Longest(tokens.AsSpan(0, cell.End), i, out var tags);
        if (length == 0) return 0;
        var whole = i == cell.First && length == cell.End - cell.First;
        if (whole && alone) axis.Whole = tags;
        if (i == cell.First && tags.HasAny(HeaderTag.Ignored)) axis.Tags |= HeaderTag.Ignored;
        if (i == cell.First && tags.HasAny(HeaderTag.Counted)) axis.Tags |= HeaderTag.Counted;
        var counts = tags.HasAny(HeaderTag.Counted);
        tags &= ~(HeaderTag.Ignored | HeaderTag.ListNumber | HeaderTag.Counted | HeaderTag.UnitName);
        if (!whole) tags &= ~(HeaderTag.Subject | HeaderTag.Score | HeaderTag.Total);
        if ((tags & ~HeaderTag.Subject) == HeaderTag.None)
        {
            if (!whole || counts) return 0;
            axis.Tags |= tags;
            return length;
        }

        Part(axis, tags);
        axis.Tags |= tags;
        if (tags.HasAny(HeaderTag.Plain | HeaderTag.Share | HeaderTag.Rank))
            for (var at = i; at < i + length; at++) axis.Rest.Add(at);
        return length;
    }

    /// <summary>Behind <c>so với</c>, plan and periods are what is compared with.</summary>
    static void Part(Axis axis, HeaderTag tags)
    {
        if (tags.HasAny(HeaderTag.Versus)) axis.IsParted = true;
        if (tags.HasAny(HeaderTag.Plan) && (axis.IsParted || (axis.Has(HeaderTag.Compared) && axis.Period is null))) axis.BasisIsPlan = true;
    }

    int Word(Axis axis, TableCell cell, int i, int before)
    {
        var token = tokens[i];
        if (token.Is('%'))
        {
            axis.Percent = true;
            axis.PercentLeads |= i == cell.First;
        }
        else if (token.Is('/'))
        {
            if (axis.Period is not null || axis.Has(HeaderTag.Actual | HeaderTag.Estimated | HeaderTag.Compared)) axis.IsParted = true;
        }
        else if (!axis.TellsPlanner && (token.Kind != TokenKind.Mark || axis.Rest.Count > before))
        {
            axis.Rest.Add(i);
            axis.Names |= token.Kind == TokenKind.Word;
        }

        return 1;
    }

    /// <summary>The year that a number token is; 0 for none.</summary>
    int Year(int i) =>
        tokens[i].Kind == TokenKind.Number && tokens[i].End - tokens[i].Start == 4
        && int.TryParse(Text(i), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) && year is >= 1990 and <= 2060
            ? year
            : 0;

    ReadOnlySpan<char> Text(int i) => text.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start);
}
