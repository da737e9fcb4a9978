using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Periods;

namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>Tells what a table reports on, for documents that are nothing but tables.</summary>
static class TablePeriod
{
    /// <summary>The latest period of each table whose headings name one.</summary>
    public static IReadOnlyList<Period> Of(Language language, string text, char[] folded, List<Table> tables)
    {
        if (tables.Count == 0) return [];
        var latest = new List<Period>();
        foreach (var table in tables)
            if (Latest(language, text, folded, table) is { } period) latest.Add(period);
        return latest;
    }

    /// <summary>The latest period of the columns of values; null where their headings name none.</summary>
    static Period? Latest(Language language, string text, char[] folded, Table table)
    {
        if (new GridBuilder(language, text, folded, table, year: 0).Build() is not { } grid) return null;
        Period? latest = null;
        foreach (var axis in grid.Columns)
        {
            var wanted = axis.Has(HeaderTag.Plan | HeaderTag.Forecast) && !axis.Has(HeaderTag.Actual | HeaderTag.Estimated);
            if (wanted || axis.IsComparison || axis.Period is not { Reference: PeriodReference.Named, HasYear: true, Period: { Kind: not (PeriodKind.Span or PeriodKind.Day) } named }) continue;
            if (latest is not { } other || named.EndMonth > other.EndMonth) latest = named;
        }

        return latest;
    }
}
