using ServerlessIct.Indicators.Extraction.LanguageData;

namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>
/// Tells whether a column of comparisons holds quotients or differences: <c>105,2</c> and <c>5,2</c> stand under the same
/// heading in different offices. Where the table gives both values, arithmetic tells; else the heading and the size of the figures do.
/// </summary>
static class ComparisonStyle
{
    /// <summary>Quotients in % are rarely below it, differences in % rarely above.</summary>
    const decimal Parting = 50;

    /// <summary>Sets relation and unit of a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="figures">The figures of all rows.</param>
    public static void Find(Column column, IReadOnlyList<Figure?[]> figures)
    {
        var (ratios, changes, differences, times) = (0, 0, 0, 0);
        var (signed, largest) = (false, 0m);
        foreach (var row in figures)
        {
            if (row[column.Index] is not { } figure) continue;
            signed |= figure.IsSigned;
            largest = Math.Max(largest, Math.Abs(figure.Number));
            if (column.Owner is not { } owner || column.BasisColumn is not { } other || row[owner.Index] is not { } a || row[other.Index] is not { Number: not 0 } b) continue;
            if (Near(figure.Number, 100 * a.Number / b.Number)) ratios++;
            if (Near(figure.Number, 100 * (a.Number - b.Number) / b.Number)) changes++;
            if (Near(figure.Number, a.Number - b.Number)) differences++;
            if (Near(figure.Number * 100, 100 * a.Number / b.Number)) times++;
        }

        var axis = column.Axis;
        var percent = axis.Percent || figures.Any(r => r[column.Index] is { Unit: { } unit } && unit == Unit.Percent);
        var said = axis.Has(HeaderTag.Change) || (!axis.Has(HeaderTag.Completion | HeaderTag.Share) && (signed || (percent && largest < Parting)));
        if (axis.Measure is { } measure && measure.Unit == Unit.Times) (column.Relation, column.Unit) = (Relation.Ratio, Unit.Times);
        else if (differences > Math.Max(ratios, changes) && differences > times && !percent) (column.Relation, column.Unit) = (Relation.Change, null);
        else if (times > Math.Max(ratios, changes) && !percent) (column.Relation, column.Unit) = (Relation.Ratio, Unit.Times);
        else if (ratios > changes) (column.Relation, column.Unit) = (Relation.Ratio, Unit.Percent);
        else if (changes > ratios) (column.Relation, column.Unit) = (Relation.Change, Unit.Percent);
        else (column.Relation, column.Unit) = said ? (Relation.Change, percent ? Unit.Percent : (Unit?)null) : (Relation.Ratio, Unit.Percent);
    }

    /// <summary>Whether a figure is a result, but for the rounding of all three.</summary>
    static bool Near(decimal figure, decimal result) => Math.Abs(figure - result) <= Math.Max(0.06m, Math.Abs(result) * 0.003m);
}
