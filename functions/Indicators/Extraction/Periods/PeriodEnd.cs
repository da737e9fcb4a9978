namespace ServerlessIct.Indicators.Extraction.Periods;

/// <summary>Tells which of two periods ends later.</summary>
static class PeriodEnd
{
    extension(Period period)
    {
        /// <summary>The number of the month with which it ends, counted through the years.</summary>
        public int EndMonth => period.Kind switch
        {
            PeriodKind.Span => period.Part * 12,
            PeriodKind.Half => (period.Year * 12) - 12 + (period.Part * 6),
            PeriodKind.Quarter => (period.Year * 12) - 12 + (period.Part * 3),
            PeriodKind.Month or PeriodKind.FirstMonths or PeriodKind.Day => (period.Year * 12) - 12 + period.Part,
            _ => period.Year * 12,
        };
    }
}
