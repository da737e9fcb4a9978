namespace ServerlessIct.Indicators.Extraction.Periods;

/// <summary>A period named in a sentence.</summary>
/// <param name="First">Its first token, counted in the document.</param>
/// <param name="End">One past its last token.</param>
/// <param name="Reference">How it is named.</param>
/// <param name="Period">The period, where it is named outright or its year is.</param>
/// <param name="HasYear">Whether the text gives the year; else it is that of the period in force.</param>
sealed record PeriodMention(int First, int End, PeriodReference Reference, Period? Period, bool HasYear = true)
{
    /// <summary>Whether the text says up to it: <c>đến</c>, <c>hết</c>.</summary>
    public bool UpTo { get; init; }

    /// <summary>Of what length it is where it is <see cref="PeriodReference.Within"/> another or <see cref="PeriodReference.Preceding"/> it; a span for one that is called <c>kỳ</c> only.</summary>
    public PeriodKind Length { get; init; }

    /// <summary>Whether something was published or founded then, which says nothing of the figures: <c>công bố năm 2024</c>.</summary>
    public bool IsOfAct { get; init; }
}
