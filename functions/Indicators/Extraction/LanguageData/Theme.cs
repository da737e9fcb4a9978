namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>What a phrase in a heading says of the text that follows.</summary>
enum Theme : byte
{
    None,

    /// <summary>A district or commune whose document it is: <c>UBND huyện</c> in the letterhead.</summary>
    District,

    /// <summary>A look back at a whole period, which is then what the document reports on: <c>tổng kết</c>, <c>kết quả thực hiện</c>.</summary>
    Review,

    /// <summary>What was reached: <c>kết quả</c>, <c>thực trạng</c>.</summary>
    Done,

    /// <summary>What is wanted: <c>mục tiêu</c>, <c>phương hướng</c>.</summary>
    Aim,

    /// <summary>What is to be done; wanted where its time is still to come: <c>nhiệm vụ</c>.</summary>
    Task,

    /// <summary>The same, and the name of a paper that is about the time to come: <c>kế hoạch</c>.</summary>
    Plan,

    /// <summary>Time to come: <c>thời gian tới</c>.</summary>
    Ahead,

    /// <summary>A sentence that goes on with what the one before spoke of: <c>trong khi đó</c>.</summary>
    Continues,

    /// <summary>A company or its kind: <c>VNPT</c>, <c>tập đoàn</c>. Its figures are its own.</summary>
    Company,

    /// <summary>Other texts that a page offers: <c>tin liên quan</c>.</summary>
    Elsewhere,

    /// <summary>The sector, the country or the province as a whole: <c>toàn ngành</c>, <c>cả nước</c>.</summary>
    Everyone,
}
