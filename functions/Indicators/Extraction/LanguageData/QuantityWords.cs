namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>The words by which rules tell what numbers are, of quantities.json.</summary>
sealed record QuantityWords
{
    /// <summary>The last word of <c>cao hơn</c>, and <c>hơn</c> by itself.</summary>
    public required int More { get; init; }

    /// <summary><c>kém 2 bậc</c>, which compares by itself.</summary>
    public required int Less { get; init; }

    /// <summary><c>doanh thu thoại mất 11%</c>.</summary>
    public required int Loss { get; init; }

    /// <summary><c>vượt mức 80%</c>, which names no plan.</summary>
    public required int Measure { get; init; }

    /// <summary><c>từ chỗ 63% lên 71%</c>.</summary>
    public required int Spot { get; init; }

    /// <summary><c>lưu VT</c>, <c>02 bản</c>.</summary>
    public required int Copy { get; init; }

    /// <summary>The first word of where a document is filed.</summary>
    public required int Filed { get; init; }

    /// <summary><c>đô thị hạng 5</c>.</summary>
    public required int Class { get; init; }

    public required int Milliard { get; init; }

    /// <summary><c>tr.đ</c>, in the head of a table.</summary>
    public required int Million { get; init; }

    /// <summary><c>đ</c>, in the head of a table.</summary>
    public required int Dong { get; init; }

    /// <summary><c>trđ</c>, in the head of a table.</summary>
    public required int MillionDong { get; init; }

    /// <summary>Last words of verbs behind which stands what is compared with.</summary>
    public required HashSet<int> ComparativeEnds { get; init; }

    /// <summary>Verbs of one word that compare.</summary>
    public required HashSet<int> ShortComparatives { get; init; }

    /// <summary><c>ước đạt</c>, <c>ước thực hiện</c>: an estimate of what is reached.</summary>
    public required HashSet<int> ReachedEnds { get; init; }

    /// <summary><c>phát triển mới 120 trạm</c>, <c>có thêm 12 doanh nghiệp</c>: what came on top, not what there is.</summary>
    public required HashSet<int> Additions { get; init; }

    /// <summary>Words that lead to the whole of which a number is a part.</summary>
    public required HashSet<int> OutOf { get; init; }

    /// <summary>Words between the ends of a range.</summary>
    public required HashSet<int> RangeTo { get; init; }

    /// <summary>Words before a number that tells of what there is so many, and states nothing.</summary>
    public required HashSet<int> Among { get; init; }

    /// <summary>Words before a rank.</summary>
    public required HashSet<int> Ordinals { get; init; }

    /// <summary><c>chưa đạt mức 50%</c>.</summary>
    public required HashSet<int> Negations { get; init; }

    /// <summary>Words that begin something else than the name of a plan.</summary>
    public required HashSet<int> Joins { get; init; }

    /// <summary>Words of a subject that say that TB is a terabyte: <c>dung lượng</c>, <c>lưu trữ</c>, <c>dữ liệu</c>, <c>bộ nhớ</c>.</summary>
    public required HashSet<int> Storage { get; init; }

    /// <summary><c>171/187 điểm có kết nối</c>: words behind places that tell what these have or did.</summary>
    public required HashSet<int> States { get; init; }

    /// <summary><c>Doanh nghiệp viễn thông: 06</c>: words with which the subject of a small count begins.</summary>
    public required HashSet<int> CountedSubjects { get; init; }

    /// <summary><c>tăng chậm hơn ở mức 13%</c>.</summary>
    public required PhraseSet AtMeasure { get; init; }

    /// <summary><c>cao hơn mức 63% của năm 2022</c>, <c>so với con số 1.346 trạm</c>.</summary>
    public required PhraseSet Measures { get; init; }

    /// <summary>The same in another unit.</summary>
    public required PhraseSet Restating { get; init; }

    /// <summary>Verbs of attaining.</summary>
    public required PhraseSet Attaining { get; init; }

    /// <summary>Words between a target and a number that say that it is set there, and not reached.</summary>
    public required PhraseSet Setting { get; init; }

    /// <summary><c>tỉnh giao 90%</c>, <c>yêu cầu tối thiểu là 20%</c>.</summary>
    public required PhraseSet Demands { get; init; }

    /// <summary>Counters of readers' reactions on a page.</summary>
    public required PhraseSet Reactions { get; init; }

    /// <summary>Words before the parts of a count.</summary>
    public required PhraseSet Including { get; init; }

    /// <summary><c>thời gian xử lý bình quân 3,2 ngày</c>: a mean time is measured.</summary>
    public required PhraseSet Means { get; init; }

    /// <summary><c>lên vị trí 12</c>: a rank word that may be counted too.</summary>
    public required PhraseSet Positions { get; init; }
}
