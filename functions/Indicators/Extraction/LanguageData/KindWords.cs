namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>The words that tell what was reached from what is wanted, of kinds.json.</summary>
sealed record KindWords
{
    /// <summary><c>đã hoàn thành</c>: what is done.</summary>
    public required int Already { get; init; }

    /// <summary><c>mới đạt 36,9%</c>: what is reached, and falls short.</summary>
    public required int OnlyNow { get; init; }

    /// <summary><c>sẽ nâng lên 120 trạm</c>.</summary>
    public required int Coming { get; init; }

    /// <summary><c>giữ mục tiêu cả năm đạt 158 tỷ đồng</c>.</summary>
    public required int Reached { get; init; }

    /// <summary>The first word of <c>mục tiêu</c>.</summary>
    public required int Aim { get; init; }

    /// <summary>The first word of <c>quốc gia</c>: a national programme is called <c>mục tiêu quốc gia</c>, and is no aim.</summary>
    public required int National { get; init; }

    /// <summary>What opens the sentence behind an approved plan, and tells what that wants.</summary>
    public required PhraseSet Accordingly { get; init; }

    /// <summary>What was done before an aim was reached, and not in the time that the aim is for.</summary>
    public required PhraseSet Done { get; init; }

    /// <summary><c>ban hành</c>, <c>phê duyệt</c>, <c>thông qua</c>, <c>giao</c>: last words of verbs by which a plan comes into force.</summary>
    public required HashSet<int> Adopting { get; init; }

    /// <summary><c>xác định</c>, <c>giao</c>, <c>đề ra</c>, <c>đặt ra</c>, <c>nêu</c>: first words of verbs by which a plan sets a value.</summary>
    public required HashSet<int> Setting { get; init; }

    /// <summary>What is wanted still, though it was done: <c>đã được đề ra</c>.</summary>
    public required HashSet<int> SettingBehindDone { get; init; }

    /// <summary><c>tính đến 30/6</c>, <c>tại thời điểm</c>: first words before a day as of which something is told.</summary>
    public required HashSet<int> AsOf { get; init; }

    /// <summary><c>đã nỗ lực phấn đấu</c>: words before a striving that led to something.</summary>
    public required HashSet<int> Efforts { get; init; }
}
