namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>The words of periods and those around them, of periods.json.</summary>
sealed record PeriodWords
{
    public required int Year { get; init; }

    public required int Month { get; init; }

    public required int Quarter { get; init; }

    public required int Day { get; init; }

    public required int Half { get; init; }

    /// <summary><c>cả năm</c>, <c>cả giai đoạn</c>.</summary>
    public required int Whole { get; init; }

    /// <summary><c>trong kỳ</c>; the second word of <c>cùng kỳ</c>, <c>nhiệm kỳ</c>, <c>thời kỳ</c>.</summary>
    public required int Term { get; init; }

    /// <summary>The first word of <c>nhiệm kỳ</c>.</summary>
    public required int Mandate { get; init; }

    /// <summary>The first word of <c>thời điểm</c>, <c>thời gian</c>.</summary>
    public required int Time { get; init; }

    /// <summary>The second word of <c>thời điểm</c>.</summary>
    public required int Point { get; init; }

    /// <summary><c>đầu năm</c>, <c>6 tháng đầu năm</c>.</summary>
    public required int First { get; init; }

    /// <summary><c>cuối năm</c>, <c>6 tháng cuối năm</c>.</summary>
    public required int Last { get; init; }

    /// <summary><c>hết năm</c>.</summary>
    public required int End { get; init; }

    /// <summary><c>năm trước</c>.</summary>
    public required int Before { get; init; }

    /// <summary><c>sau 7 tháng</c>.</summary>
    public required int After { get; init; }

    /// <summary><c>năm ngoái</c>.</summary>
    public required int LastYear { get; init; }

    /// <summary><c>năm liền trước</c>.</summary>
    public required int Adjacent { get; init; }

    /// <summary><c>năm qua</c>.</summary>
    public required int Past { get; init; }

    /// <summary><c>nhiệm kỳ vừa qua</c>.</summary>
    public required int Just { get; init; }

    /// <summary><c>năm nay</c>.</summary>
    public required int Now { get; init; }

    /// <summary><c>tháng này</c>.</summary>
    public required int This { get; init; }

    /// <summary><c>năm đó</c>.</summary>
    public required int That { get; init; }

    /// <summary><c>năm ấy</c>.</summary>
    public required int Yonder { get; init; }

    /// <summary><c>cùng tháng</c>, <c>cùng năm</c>.</summary>
    public required int Same { get; init; }

    /// <summary><c>từ năm 2021 đến 2025</c>.</summary>
    public required int To { get; init; }

    /// <summary><c>trong quý</c>.</summary>
    public required int In { get; init; }

    /// <summary><c>tính đến 30/6</c>.</summary>
    public required int Count { get; init; }

    /// <summary><c>thêm 2010 thuê bao</c>.</summary>
    public required int More { get; init; }

    /// <summary><c>Luật Giao dịch điện tử 2023</c>.</summary>
    public required int Law { get; init; }

    /// <summary><c>PAR INDEX 2022</c>.</summary>
    public required int IndexName { get; init; }

    /// <summary><c>so với năm 2022</c>.</summary>
    public required int Than { get; init; }

    /// <summary><c>gấp 2 lần năm 2022</c>.</summary>
    public required int Times { get; init; }

    /// <summary><c>Q.III/2024</c>.</summary>
    public required int QuarterLetter { get; init; }

    /// <summary><c>6TH/2024</c>.</summary>
    public required int MonthLetters { get; init; }

    /// <summary><c>6T/2024</c> and 6TH/2024 in the head of a table.</summary>
    public required HashSet<int> TableMonthLetters { get; init; }

    /// <summary>Words at once before a period with which something is compared.</summary>
    public required HashSet<int> Comparing { get; init; }

    /// <summary><c>bằng 120% tháng 3/2023</c>.</summary>
    public required HashSet<int> Ratios { get; init; }

    /// <summary>Words before a period that make it an end.</summary>
    public required HashSet<int> UpTo { get; init; }

    /// <summary>Words between an act and the period in which it happened: <c>công bố vào tháng 5</c>.</summary>
    public required HashSet<int> Links { get; init; }

    /// <summary>Words behind which <c>cuối năm</c> is the end of this year.</summary>
    public required HashSet<int> Towards { get; init; }

    /// <summary>Words before so many months that are a length of time and not the first months of a year.</summary>
    public required HashSet<int> Lengths { get; init; }

    /// <summary>Words behind so many months that say the same.</summary>
    public required HashSet<int> LengthsBehind { get; init; }

    /// <summary>Words with which a clause goes on behind <c>trong năm</c>, which then names no time further.</summary>
    public required HashSet<int> GoingOn { get; init; }

    /// <summary><c>năm học</c>, <c>năm tài chính</c>: a year of a school or a budget.</summary>
    public required HashSet<int> OtherYears { get; init; }

    /// <summary><c>so với cuối năm ngoái</c>, <c>hết năm ngoái</c>: against the end of that year.</summary>
    public required HashSet<int> YearEnds { get; init; }

    /// <summary>The same period, of the year before where none is named.</summary>
    public required PhraseSet SamePeriod { get; init; }

    /// <summary>The same, where the year is named.</summary>
    public required PhraseSet SameTime { get; init; }

    /// <summary>Several years.</summary>
    public required PhraseSet Spans { get; init; }

    /// <summary>The period spoken of before.</summary>
    public required PhraseSet Aforesaid { get; init; }

    /// <summary>Acts, such as publishing, whose time is not that of the figures.</summary>
    public required PhraseSet Acts { get; init; }

    /// <summary>What makes four digits before it an amount: <c>2015 buổi</c>.</summary>
    public required PhraseSet Counted { get; init; }

    /// <summary>Words that may stand before a year without a space: QIII2024, 9T2024.</summary>
    public required HashSet<int> MeetingYears { get; init; }

    public required Dictionary<int, int> Numbers { get; init; }

    public required Dictionary<int, int> Roman { get; init; }

    public required Dictionary<int, int> ShortQuarters { get; init; }

    public required Dictionary<int, int> ShortMonths { get; init; }

    public required Dictionary<int, int> ShortCounts { get; init; }
}
