namespace ServerlessIct.Indicators.Extraction.Periods;

/// <summary>The periods in force where a sentence stands.</summary>
/// <param name="Document">The reporting period.</param>
/// <param name="Paragraph">That of the paragraph, of its heading, or else of the document.</param>
/// <param name="Date">The date as of which figures were given last, for <c>tại thời điểm trên</c>.</param>
readonly record struct PeriodFrame(Period? Document, Period? Paragraph, Period? Date);
