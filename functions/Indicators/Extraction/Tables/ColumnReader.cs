using ServerlessIct.Indicators.Extraction.Comparisons;
using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Periods;
using ServerlessIct.Indicators.Extraction.Quantities;

namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>Gives each column of a grid its period, and each comparison its values and its basis.</summary>
/// <param name="text">The folded text.</param>
/// <param name="tokens">The tokens of the table.</param>
/// <param name="stated">The period of the caption.</param>
/// <param name="document">The document's period.</param>
sealed class ColumnReader(char[] text, Token[] tokens, Period? stated, Period? document)
{
    public Column[] Read(Grid grid)
    {
        var plans = grid.Columns.Any(a => a.Has(HeaderTag.Plan) && !a.IsComparison);
        var columns = grid.Columns.Select((axis, i) => new Column { Index = i, Axis = axis, Use = UseOf(axis, plans) }).ToArray();
        NameSubjects(columns);
        var usual = Usual(columns);
        foreach (var column in columns)
            if (column.Use != ColumnUse.Comparison) column.Period = PeriodOf(column.Axis.Period, usual) ?? usual;
        foreach (var column in columns)
            if (column.Use == ColumnUse.Comparison) Compare(column, columns, usual);
        return columns;
    }

    /// <summary>A comparison without words of its own is of what stands to its left.</summary>
    void NameSubjects(Column[] columns)
    {
        var left = "";
        foreach (var column in columns)
        {
            if (column.Axis.Names) column.Subject = string.Join(' ', column.Axis.Rest.Select(i => new string(text.AsSpan(tokens[i].Start..tokens[i].End))));
            else if (column.Use == ColumnUse.Comparison) column.Subject = left;
            left = column.Subject;
        }
    }

    static ColumnUse UseOf(Axis axis, bool plans)
    {
        if (axis.IsComparison || (plans && axis is { Names: false, Period: null } && axis.Has(HeaderTag.Share))) return ColumnUse.Comparison;
        return axis.Has(HeaderTag.Plan) && !axis.Has(HeaderTag.Actual | HeaderTag.Estimated) ? ColumnUse.Plan : ColumnUse.Level;
    }

    /// <summary>The period of columns that name none: that of the plan beside them, of the caption, of the document.</summary>
    Period? Usual(Column[] columns)
    {
        var named = columns.Where(c => c.Use != ColumnUse.Comparison && c.Axis.Period is { Reference: PeriodReference.Named }).Select(c => c.Axis.Period!.Period).Distinct().ToList();
        return named is [{ } only] ? only : stated ?? document ?? named.Where(p => p is not null).Max();
    }

    Period? PeriodOf(PeriodMention? mention, Period? usual)
    {
        if (mention is null) return null;
        if (mention.Reference == PeriodReference.Current) return usual;
        return BasisResolver.Resolve(new BasisMention(mention), usual)?.Period is { } period ? YearEnd(period) : null;
    }

    /// <summary>The state of 31 December is that of the year.</summary>
    static Period YearEnd(Period period) => period is { Kind: PeriodKind.Day, Part: 12, Day: 31 } ? Period.OfYear(period.Year) : period;

    void Compare(Column column, Column[] columns, Period? usual)
    {
        var axis = column.Axis;
        var (of, basis) = (axis.Period, axis.Basis);
        // "% cùng kỳ", "So sánh năm 2022": what is named is the basis.
        if (basis is null && of is not null && (of.Reference != PeriodReference.Named || (axis.Has(HeaderTag.Compared) && !axis.IsParted))) (of, basis) = (null, of);
        // "TH/KH 2022": the year of the plan is that of what was reached.
        var planned = axis.BasisIsPlan && basis is not null ? PeriodOf(basis, usual) : null;
        if (planned is not null) basis = null;
        var wanted = PeriodOf(of, usual);
        column.Owner = (planned is { } plan ? Array.FindLast(columns, c => c.Use == ColumnUse.Level && c.IsOfSubject(column) && c.Period?.Year == plan.Year) : null)
            ?? OwnerOf(column, columns, wanted, PeriodOf(basis, usual));
        column.Period = column.Owner?.Period ?? wanted ?? usual;
        column.Basis = BasisOf(column, columns, basis);
        column.BasisColumn = columns.FirstOrDefault(c => c.IsOfSubject(column) && (column.Basis is { IsPlan: true }
            ? c.Use == ColumnUse.Plan && (c.Period == column.Period || columns.Count(p => p.Use == ColumnUse.Plan) == 1)
            : c.Use == ColumnUse.Level && column.Basis is { } b && c.Period == b.Period));
    }

    static Column? OwnerOf(Column column, Column[] columns, Period? wanted, Period? basis)
    {
        var levels = columns.Where(c => c.Use == ColumnUse.Level && c.IsOfSubject(column)).ToList();
        if (wanted is { } period) return levels.Find(c => c.Period == period);
        var before = levels.Where(c => c.Index < column.Index && (basis is null || c.Period != basis)).ToList();
        if (before.Count == 0) return levels.Find(c => c.Index > column.Index && c.Period != basis);
        var year = before.Max(c => LastYear(c.Period));
        return before.FindLast(c => LastYear(c.Period) == year);
    }

    static int LastYear(Period? period) => period is { Kind: PeriodKind.Span } span ? span.Part : period?.Year ?? 0;

    static Basis? BasisOf(Column column, Column[] columns, PeriodMention? mention)
    {
        var axis = column.Axis;
        if (mention is not null) return BasisResolver.Resolve(new BasisMention(mention), column.Period);
        if (axis.BasisIsPlan || axis.Has(HeaderTag.Plan | HeaderTag.Completion) || (axis.Has(HeaderTag.Share) && columns.Any(c => c.Use == ColumnUse.Plan))) return Basis.Plan;
        var others = columns.Where(c => c.Use == ColumnUse.Level && c.IsOfSubject(column) && c.Period != column.Period).Select(c => c.Period).Distinct().ToList();
        if (others is [{ } only]) return Basis.Of(only);
        return others.Count == 0 && columns.Any(c => c.Use == ColumnUse.Plan) && axis.Has(HeaderTag.Compared | HeaderTag.Versus) ? Basis.Plan : null;
    }
}
