namespace ServerlessIct.Indicators.Extraction.Periods;

/// <summary>Tells which of two periods ends later, and which month or quarter went before.</summary>
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

        /// <summary>What <c>tháng trước</c>, <c>quý trước</c> mean beside it: the month or quarter before the one in which it ends; null beside a year.</summary>
        public Period? Before(PeriodKind length)
        {
            if (period.Kind == length || length is not (PeriodKind.Month or PeriodKind.Quarter)) return period.Preceding();
            if (period.Kind is PeriodKind.Year or PeriodKind.Span) return null;
            var month = period.EndMonth - (period.Year * 12) + 12;
            return (length == PeriodKind.Month ? Period.OfMonth(period.Year, month) : Period.OfQuarter(period.Year, (month + 2) / 3)).Preceding();
        }
    }
}
