namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>The words that many rules know, and sets of words, of words.json.</summary>
sealed record Words
{
    public required int And { get; init; }

    public required int Of { get; init; }

    public required int With { get; init; }

    public required int From { get; init; }

    public required int In { get; init; }

    public required int Over { get; init; }

    public required int Under { get; init; }

    public required int Regarding { get; init; }

    public required int Is { get; init; }

    public required int AccordingTo { get; init; }

    public required int Where { get; init; }

    /// <summary><c>Riêng bưu chính tăng 9%</c>.</summary>
    public required int Apart { get; init; }

    /// <summary><c>cứ 10 hộ</c>.</summary>
    public required int Per { get; init; }

    public required int Each { get; init; }

    /// <summary>The second word of <c>bình quân</c>.</summary>
    public required int Mean { get; init; }

    public required int Negative { get; init; }

    public required int Number { get; init; }

    public required int Sum { get; init; }

    /// <summary>The first word of <c>chỉ số</c> and <c>chỉ tiêu</c>, an index or a target.</summary>
    public required int Measured { get; init; }

    /// <summary><c>điểm</c>, of a score, of service or of sale.</summary>
    public required int Points { get; init; }

    /// <summary>The first word of <c>phục vụ</c>.</summary>
    public required int Serve { get; init; }

    public required int Person { get; init; }

    public required int Inhabitant { get; init; }

    public required int Household { get; init; }

    public required int Hour { get; init; }

    /// <summary>The word <c>thành</c> of <c>thành phố</c>.</summary>
    public required int Town { get; init; }

    /// <summary>Words of a subject that say that it is an amount of money.</summary>
    public required HashSet<int> Money { get; init; }

    /// <summary>Words that stand beside another of their kind with a stroke between: <c>xã/phường</c> is no rate.</summary>
    public required HashSet<int> Alternatives { get; init; }

    /// <summary>Words that say that something is still to come.</summary>
    public required HashSet<int> Later { get; init; }

    /// <summary>Words that name a whole of which parts are told: <c>số</c>, <c>tổng</c>.</summary>
    public required HashSet<int> Wholes { get; init; }

    /// <summary>First words of what is counted in millions, or by points of service.</summary>
    public required HashSet<int> Counted { get; init; }

    /// <summary>Names of an index: <c>chỉ số</c>, <c>PAPI</c>.</summary>
    public required PhraseSet Indices { get; init; }

    /// <summary>Words behind <c>điểm</c> that tell what score is meant, <c>điểm trung bình</c>, or how it stands; other words say what is at so many points.</summary>
    public required HashSet<int> OfScores { get; init; }

    /// <summary>Words of the counters of a web page: <c>lượt truy cập</c>, <c>lượt xem</c>.</summary>
    public required HashSet<int> Counters { get; init; }

    /// <summary>Words before whom a figure belongs to: <c>của Viettel</c>, <c>do VNPT</c>.</summary>
    public required HashSet<int> OfOwner { get; init; }
}
