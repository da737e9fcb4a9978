using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Periods;

/// <summary>The words around a period that tell what it is for.</summary>
sealed class PeriodWords
{
    /// <summary>How many words before a period <c>so với</c> may stand.</summary>
    const int ComparedReach = 6;

    readonly HashSet<int> upTo;
    readonly HashSet<int> links;
    readonly HashSet<int> towards;
    readonly HashSet<(int, int)> events;
    readonly HashSet<int> notDuration;
    readonly HashSet<int> duration;
    readonly Dictionary<int, int[]> counted;
    readonly HashSet<int> comparing;
    readonly HashSet<int> ratios;
    readonly HashSet<int> openings;
    readonly HashSet<int> otherYears;
    readonly Lexicon lexicon;
    readonly Words words;
    readonly int than, times;

    /// <summary>For each word, counted from <see cref="Vocabulary.FirstWord"/>, whether a period may begin with it; most do not.</summary>
    bool[] beginnings = [];

    public PeriodWords(Vocabulary vocabulary, Words words, Lexicon lexicon)
    {
        (this.words, this.lexicon) = (words, lexicon);
        Time = vocabulary.Add("thời");
        Point = vocabulary.Add("điểm");
        Span = vocabulary.Add("gian");
        At = vocabulary.Add("tại");
        Above = vocabulary.Add("trên");
        That = vocabulary.Add("đó");
        Yonder = vocabulary.Add("ấy");
        After = vocabulary.Add("sau");
        Mandate = vocabulary.Add("nhiệm");
        Law = vocabulary.Add("luật");
        Whole = vocabulary.Add("cả");
        Count = vocabulary.Add("tính");
        More = vocabulary.Add("thêm");
        Just = vocabulary.Add("vừa");
        than = vocabulary.Add("so");
        times = vocabulary.Add("lần");
        foreach (var word in (ReadOnlySpan<int>)[words.Year, words.Month, words.Quarter, words.Same, words.Stage, words.First, words.Last, words.End, words.Day, words.Report, words.Half, words.Term, Mandate, Time, At, Whole])
            Begin(word);
        foreach (var word in words.NumberWords) Begin(word);
        foreach (var word in words.ShortNames) Begin(word);
        comparing = Set(vocabulary, "với", "so", "hơn", "giống", "như", "bằng", "kém");
        ratios = Set(vocabulary, "bằng", "gấp");
        upTo = Set(vocabulary, "đến", "tới", "hết");
        links = Set(vocabulary, "trong", "vào", "hồi", "từ", "ngày", "lại", "tháng", "đầu", "cuối", "giữa", "lần");
        towards = Set(vocabulary, "vào", "để");
        events = [];
        foreach (var verb in (ReadOnlySpan<string>)["công bố", "ban hành", "thành lập", "phê duyệt", "được duyệt", "khai trương", "khánh thành", "ra đời", "xuất bản", "ký kết", "phát hành"])
        {
            var space = verb.IndexOf(' ', StringComparison.Ordinal);
            events.Add((vocabulary.Add(verb.AsSpan(0, space)), vocabulary.Add(verb.AsSpan(space + 1))));
        }

        duration = Set(vocabulary, "sau", "vòng", "hạn", "mỗi", "suốt", "hơn", "gần", "khoảng", "trước", "cách", "đủ", "thêm", "từng", "dài", "các", "từ", "tù", "dưới", "tối", "thiểu", "đa", "kỳ");
        notDuration = Set(vocabulary, "liên", "kể", "trước", "tuổi", "lương", "tù", "tới", "liền", "một", "triển");
        openings = Set(vocabulary, "đã", "toàn", "cả", "của", "trên", "xảy", "tiếp", "thu", "ghi", "cũng", "chỉ", "không", "vừa");
        otherYears = Set(vocabulary, "học", "tài");
        counted = Counted(vocabulary,
            "trạm", "km", "tỷ", "triệu", "nghìn", "đồng", "xã", "thôn", "bản", "điểm", "chỗ", "đại", "camera", "máy", "cột", "hộ", "người", "giường",
            "thuê bao", "buổi", "lượt", "cuộc", "lớp", "hồ sơ", "tin bài", "tin nhắn", "bài viết", "phường", "tổ công", "tổ chức", "học viên", "học sinh", "cán bộ", "văn bản", "thủ tục",
            "doanh nghiệp", "giao dịch", "đơn vị", "tài khoản", "thẻ", "phiếu", "đoàn", "vụ", "khách", "sản phẩm", "dịch vụ", "sim", "tấn", "chiếc", "cái", "tuyến",
            "vị trí", "cơ quan", "cơ sở", "đảng viên", "công dân", "hội nghị", "chứng thư", "chữ ký", "lao động", "thành viên", "hội viên", "bưu", "kiện", "thiết bị", "bộ hồ");
    }

    public int Time { get; }

    public int Point { get; }

    public int Span { get; }

    public int At { get; }

    public int Above { get; }

    public int That { get; }

    public int Yonder { get; }

    public int After { get; }

    public int Mandate { get; }

    public int Law { get; }

    public int Whole { get; }

    public int Count { get; }

    public int More { get; }

    public int Just { get; }

    /// <summary>Whether a word behind <c>năm</c> makes it a school's or a budget's: <c>năm học</c>, <c>năm tài chính</c>.</summary>
    public bool IsOtherKindOfYear(int word) => otherYears.Contains(word);

    /// <summary>Whether the word before a period makes it an end: <c>đến</c>, <c>hết</c>.</summary>
    public bool IsUpTo(int word) => upTo.Contains(word);

    /// <summary>Whether <c>cuối năm</c> behind the word is the end of this year: <c>vào</c>, <c>để</c>.</summary>
    public bool IsTowards(int word) => towards.Contains(word);

    /// <summary>Whether a word may stand between <c>công bố</c> and the period in which it happened.</summary>
    public bool IsLink(int word) => links.Contains(word);

    /// <summary>Whether two words are of an act, such as publishing, whose time is not that of the figures.</summary>
    public bool IsAct(int first, int second) => events.Contains((first, second));

    /// <summary>Whether a period is what something is compared with: <c>so với kết quả năm 2023</c>, <c>hơn năm 2023</c>, <c>bằng 120% tháng 3/2023</c>.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="first">The first token of the period.</param>
    public bool IsCompared(ReadOnlySpan<Token> tokens, int first)
    {
        if (first < 2) return false;
        var before = tokens[first - 1];
        if (first > 2 && (before.Is('%') || IsWord(before, times)) && tokens[first - 2].Kind == TokenKind.Number) return tokens[first - 3].Kind == TokenKind.Word && ratios.Contains(tokens[first - 3].Word);
        if (before.Kind != TokenKind.Word) return false;
        if (comparing.Contains(before.Word)) return true;
        for (var i = first - 1; i >= 0 && i >= first - ComparedReach && tokens[i].Kind == TokenKind.Word; i--)
            if (IsWord(tokens[i], than)) return true;
        return false;
    }

    /// <summary>Whether a period may begin with a word.</summary>
    public bool Begins(int word) => word - Vocabulary.FirstWord is var at && (uint)at < (uint)beginnings.Length && beginnings[at];

    void Begin(int word)
    {
        var at = word - Vocabulary.FirstWord;
        if (at >= beginnings.Length) Array.Resize(ref beginnings, at + 1);
        beginnings[at] = true;
    }

    static bool IsWord(Token token, int word) => token.Kind == TokenKind.Word && token.Word == word;

    /// <summary>Whether a clause may go on with a word behind <c>trong năm</c>, which then names no time further.</summary>
    public bool GoesOn(ReadOnlySpan<Token> tokens, int i) =>
        tokens[i].Kind == TokenKind.Word && (openings.Contains(tokens[i].Word)
        || (lexicon.Longest(tokens, i, out var entry) > 0 && entry!.Tag is PhraseTag.Reach or PhraseTag.Downto or PhraseTag.Rise or PhraseTag.Fall or PhraseTag.Cut or PhraseTag.Exceed or PhraseTag.Estimated));

    /// <summary>Whether <c>n tháng</c> between these words is a length of time and not the first n months of a year.</summary>
    public bool IsLength(int before, int behind) => duration.Contains(before) || notDuration.Contains(behind);

    /// <summary>Whether four digits are an amount and no year: <c>đạt 2010</c>, <c>là 1998 thuê bao</c>, <c>tổ chức 2015 buổi</c>.</summary>
    public bool IsAmount(ReadOnlySpan<Token> tokens, int i)
    {
        if (IsWord(i - 1, More, tokens)) return true;
        // Đến 2025 hộ nghèo còn 2%; in tăng đến 2015 hộ it is how many.
        if (i > 0 && tokens[i - 1].Kind == TokenKind.Word && IsUpTo(tokens[i - 1].Word) && lexicon.Before(tokens, i - 1) == PhraseTag.None) return false;
        var before = lexicon.Before(tokens, i);
        if (i + 1 < tokens.Length && IsCounted(tokens, i + 1))
            return before is not (PhraseTag.Plan or PhraseTag.Versus or PhraseTag.Review or PhraseTag.AsOf) && !(i > 0 && words.IsIndex(tokens, i - 1)); // PCI 2022 doanh nghiệp đánh giá.
        return before switch
        {
            PhraseTag.Rise or PhraseTag.Fall or PhraseTag.Cut or PhraseTag.Exceed or PhraseTag.Downto or PhraseTag.About or PhraseTag.Over or PhraseTag.Under => true,
            // Năm gốc là 2010, so với 2022: these words lead to years too.
            PhraseTag.Reach => !(IsWord(i - 1, words.Is, tokens) || IsWord(i - 1, words.With, tokens)) || IsNoun(tokens, i + 1),
            PhraseTag.ReachesLevel or PhraseTag.Estimated => IsNoun(tokens, i + 1),
            _ => false,
        };
    }

    bool IsCounted(ReadOnlySpan<Token> tokens, int i) =>
        tokens[i].Kind == TokenKind.Word && counted.TryGetValue(tokens[i].Word, out var seconds)
        && (seconds.Length == 0 || (i + 1 < tokens.Length && seconds.AsSpan().Contains(tokens[i + 1].Word)));

    /// <summary>Whether a word stands there that is neither a preposition nor a verb.</summary>
    bool IsNoun(ReadOnlySpan<Token> tokens, int i) =>
        i < tokens.Length && tokens[i].Kind == TokenKind.Word && (lexicon.Longest(tokens, i, out var entry) == 0 || entry!.Tag is PhraseTag.FixedPhrase or PhraseTag.Ordinal or PhraseTag.Unit or PhraseTag.Multiplier);

    static bool IsWord(int i, int word, ReadOnlySpan<Token> tokens) => i >= 0 && IsWord(tokens[i], word);

    /// <summary>For each first word of a noun the second words of which one must follow; none where the first is enough.</summary>
    static Dictionary<int, int[]> Counted(Vocabulary vocabulary, params ReadOnlySpan<string> nouns)
    {
        var nounsByFirst = new Dictionary<int, int[]>();
        foreach (var noun in nouns)
        {
            var space = noun.IndexOf(' ', StringComparison.Ordinal);
            var first = vocabulary.Add(space < 0 ? noun : noun.AsSpan(0, space));
            nounsByFirst[first] = space < 0 ? [] : [.. nounsByFirst.GetValueOrDefault(first) ?? [], vocabulary.Add(noun.AsSpan(space + 1))];
        }

        return nounsByFirst;
    }

    static HashSet<int> Set(Vocabulary vocabulary, params ReadOnlySpan<string> words)
    {
        var set = new HashSet<int>();
        foreach (var word in words) set.Add(vocabulary.Add(word));
        return set;
    }
}
