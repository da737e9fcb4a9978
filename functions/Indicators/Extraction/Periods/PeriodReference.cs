namespace ServerlessIct.Indicators.Extraction.Periods;

/// <summary>How a text names a period.</summary>
enum PeriodReference
{
    /// <summary>By itself: <c>năm 2024</c>, <c>tháng 6/2024</c>.</summary>
    Named,

    /// <summary><c>cùng kỳ</c>, with or without its year.</summary>
    SamePeriod,

    /// <summary><c>năm trước</c>, <c>năm ngoái</c>.</summary>
    PreviousYear,

    /// <summary><c>tháng trước</c>, <c>quý trước</c>.</summary>
    Preceding,

    /// <summary><c>đầu năm</c>: the state at the end of the year before.</summary>
    StartOfYear,

    /// <summary><c>đến nay</c>, <c>hiện nay</c>, <c>năm nay</c>: the document's period.</summary>
    Current,

    /// <summary><c>trong tháng</c>, <c>trong quý</c>, <c>tháng này</c>: the one in which the document or the paragraph is.</summary>
    Within,

    /// <summary><c>năm đó</c>: the year named last.</summary>
    ThatYear,

    /// <summary><c>cả giai đoạn</c>, <c>nhiệm kỳ qua</c>: the span of years named last.</summary>
    ThatSpan,

    /// <summary><c>tại thời điểm trên</c>: the date named last.</summary>
    Aforesaid,
}
