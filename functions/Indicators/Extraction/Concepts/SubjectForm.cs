namespace ServerlessIct.Indicators.Extraction.Concepts;

/// <summary>What the words of a subject name.</summary>
enum SubjectForm : byte
{
    /// <summary>Something of its own.</summary>
    Content,

    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>A time alone: <c>Tính chung 8 tháng đạt …</c></summary>
    Time,

    /// <summary>A place alone: <c>Cần Thơ được 0,61 điểm</c>.</summary>
    Place,

    /// <summary>Whatever was named before: <c>con số này</c>, with or without a place.</summary>
    Pronoun,

    /// <summary>A goal and nothing that it is of: <c>Chỉ tiêu giao cho cả năm là 55%</c>.</summary>
    Goal,
}
