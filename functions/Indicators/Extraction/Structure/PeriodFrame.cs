using ServerlessIct.Indicators.Extraction.Periods;

namespace ServerlessIct.Indicators.Extraction.Structure;

/// <summary>The periods in force where a sentence stands.</summary>
/// <param name="Document">The reporting period.</param>
/// <param name="Paragraph">That of the paragraph, of its heading, or else of the document.</param>
/// <param name="Date">The date as of which figures were given last, for <c>tại thời điểm trên</c>.</param>
/// <param name="Year">The year named last in the sentences before, for <c>năm đó</c>.</param>
/// <param name="Span">The span of years named last, for <c>cả giai đoạn</c>.</param>
/// <param name="Beside">The period of the figure before, in its sentence.</param>
readonly record struct PeriodFrame(Period? Document, Period? Paragraph, Period? Date, Period? Year, Period? Span, Period? Beside)
{
    /// <summary>
    /// What <c>trong tháng</c>, <c>trong quý</c>, <c>trong năm</c> and <c>trong kỳ</c> mean here: the last month of so many, the last quarter,
    /// the year that is reported on; null where a longer period does not tell which. A day's state is not what is reported on.
    /// </summary>
    public Period? Within(PeriodKind length)
    {
        if (length == PeriodKind.Span) return Document ?? Paragraph;
        if ((Paragraph is { Kind: not PeriodKind.Day } stated ? stated : Document ?? Paragraph) is not { } seen) return null;
        if (seen.Kind == length) return seen;
        var month = seen.EndMonth - (seen.Year * 12) + 12;
        return (length, seen.Kind) switch
        {
            (_, PeriodKind.Year or PeriodKind.Span) => null,
            (PeriodKind.Month, _) => Period.OfMonth(seen.Year, month),
            (PeriodKind.Quarter, PeriodKind.Day) => Period.OfQuarter(seen.Year, (month + 2) / 3),
            (PeriodKind.Quarter, _) => month % 3 == 0 ? Period.OfQuarter(seen.Year, month / 3) : null,
            _ => null,
        };
    }
}
