using System.Globalization;

namespace ServerlessIct.Indicators.Extraction.Lexing;

/// <summary>The words that the readers of periods and numbers know one by one.</summary>
sealed class Words(Vocabulary vocabulary)
{
    public int Year { get; } = vocabulary.Add("năm");
    public int Month { get; } = vocabulary.Add("tháng");
    public int Quarter { get; } = vocabulary.Add("quý");
    public int Day { get; } = vocabulary.Add("ngày");
    public int Hour { get; } = vocabulary.Add("giờ");
    public int First { get; } = vocabulary.Add("đầu");
    public int Last { get; } = vocabulary.Add("cuối");
    public int End { get; } = vocabulary.Add("hết");
    public int Before { get; } = vocabulary.Add("trước");
    public int Gone { get; } = vocabulary.Add("ngoái");
    public int Next { get; } = vocabulary.Add("tới");
    public int Adjacent { get; } = vocabulary.Add("liền");
    public int Past { get; } = vocabulary.Add("qua");
    public int Now { get; } = vocabulary.Add("nay");
    public int This { get; } = vocabulary.Add("này");
    public int Same { get; } = vocabulary.Add("cùng");
    public int Term { get; } = vocabulary.Add("kỳ");
    public int Stage { get; } = vocabulary.Add("giai");
    public int Section { get; } = vocabulary.Add("đoạn");
    public int To { get; } = vocabulary.Add("đến");
    public int From { get; } = vocabulary.Add("từ");
    public int And { get; } = vocabulary.Add("và");
    public int Half { get; } = vocabulary.Add("nửa");
    public int Report { get; } = vocabulary.Add("index");
    public int Dozen { get; } = vocabulary.Add("chục");
    public int Among { get; } = vocabulary.Add("trong");
    public int Of { get; } = vocabulary.Add("của");
    public int Onwards { get; } = vocabulary.Add("lên");
    public int Up { get; } = vocabulary.Add("trở");
    public int Target { get; } = vocabulary.Add("chỉ");
    public int TargetTwo { get; } = vocabulary.Add("tiêu");
    public int Whole { get; } = vocabulary.Add("tổng");
    public int Number { get; } = vocabulary.Add("số");
    public int Online { get; } = vocabulary.Add("online");

    public int Negative { get; } = vocabulary.Add("âm");
    public int Over { get; } = vocabulary.Add("trên");
    public int Inhabitant { get; } = vocabulary.Add("dân");
    public int Person { get; } = vocabulary.Add("người");
    public int Household { get; } = vocabulary.Add("hộ");
    public int Mean { get; } = vocabulary.Add("quân");
    public int Serve { get; } = vocabulary.Add("phục");
    public int Points { get; } = vocabulary.Add("điểm");
    public int LetterOfQuarter { get; } = vocabulary.Add("q");
    public int LetterOfMonth { get; } = vocabulary.Add("th");
    public int Per { get; } = vocabulary.Add("cứ");
    public int Each { get; } = vocabulary.Add("mỗi");
    public int Is { get; } = vocabulary.Add("là");
    public int With { get; } = vocabulary.Add("với");

    readonly HashSet<int> money = Set(vocabulary, "thu", "vốn", "phí", "sách", "trị", "giá", "tiền", "nợ", "nhuận", "thuế", "ngạch", "nộp", "đầu", "chi", "cước", "lương");

    readonly HashSet<int> alternatives = Set(vocabulary,
        "tỉnh", "thành", "xã", "phường", "huyện", "quận", "thị", "thôn", "bản", "ấp", "khóm", "buôn", "làng", "tổ", "sở", "ban", "ngành", "cán", "công", "viên", "trung");

    readonly HashSet<int> wholes = Set(vocabulary, "số", "tổng", "dân", "tất", "toàn");

    readonly HashSet<int> counted = Set(vocabulary,
        "lượt", "người", "dân", "sản", "tài", "hồ", "thuê", "hộ", "doanh", "trạm", "giao", "văn", "thẻ", "tin", "đơn", "cuộc", "bưu", "kiện", "khách", "cổ",
        "điểm", "chấp", "phục", "cung", "bưu", "thông", "du", "truy", "bán", "kết", "giao", "tiếp", "cầu", "kết", "lao", "phiếu", "tên", "máy", "thiết", "dịch", "chứng", "chữ", "địa", "phát", "trường", "học", "bệnh", "cơ",
        "wifi", "wi", "sạc", "đen", "nghẽn", "sáng", "tập", "đấu");

    readonly HashSet<int> later = Set(vocabulary, "sẽ", "sau");

    readonly HashSet<int> scored = Set(vocabulary, "điểm", "index", "papi", "sipas", "pci", "dti", "pgi", "ict");

    readonly HashSet<int> ofScores = Set(vocabulary,
        "số", "tổng", "trung", "bình", "chỉ", "đánh", "thành", "thấp", "cao", "thưởng", "cộng", "trừ", "thi", "chuẩn", "tối", "tuyệt", "phần", "quy", "đạt", "nóng", "sáng", "mạnh", "yếu", "kinh", "xã", "chính", "hài", "tốt", "khá", "giỏi", "mới", "thuộc", "đứng", "nhấn", "xếp", "papi", "sipas", "pci", "dti", "pgi", "ict", "par", "quản", "trực");

    readonly HashSet<int> counters = Set(vocabulary, "truy", "xem", "online", "đọc", "giá");

    readonly Dictionary<int, int> months = Numbered(vocabulary,
        ("một", 1), ("giêng", 1), ("hai", 2), ("ba", 3), ("tư", 4), ("bốn", 4), ("năm", 5), ("sáu", 6), ("bảy", 7), ("tám", 8), ("chín", 9), ("mười", 10));

    readonly Dictionary<int, int> roman = Numbered(vocabulary, ("i", 1), ("ii", 2), ("iii", 3), ("iv", 4));

    readonly Dictionary<int, int> shortQuarters = Numbered(vocabulary, ("qi", 1), ("qii", 2), ("qiii", 3), ("qiv", 4), ("q1", 1), ("q2", 2), ("q3", 3), ("q4", 4));

    readonly Dictionary<int, int> shortMonths = Numbered(vocabulary, [.. Months().Select(m => ("t" + m.Digits, m.Month))]);

    readonly Dictionary<int, int> shortCounts = Numbered(vocabulary, [.. Months().Select(m => (m.Digits + "t", m.Month))]);

    /// <summary>1 to 10 for a number word; 0 for another.</summary>
    public int NumberWord(int word) => months.GetValueOrDefault(word);

    /// <summary>The words of <see cref="NumberWord"/>.</summary>
    public IEnumerable<int> NumberWords => months.Keys;

    /// <summary>1 to 4 for a Roman numeral; 0 for another word.</summary>
    public int Roman(int word) => roman.GetValueOrDefault(word);

    /// <summary>1 to 4 for <c>QI</c> or <c>Q1</c>; 0 for another word.</summary>
    public int ShortQuarter(int word) => shortQuarters.GetValueOrDefault(word);

    /// <summary>1 to 12 for <c>T9</c>, the month; 0 for another word.</summary>
    public int ShortMonth(int word) => shortMonths.GetValueOrDefault(word);

    /// <summary>1 to 12 for <c>9T</c>, so many months; 0 for another word.</summary>
    public int ShortCount(int word) => shortCounts.GetValueOrDefault(word);

    /// <summary>The words of <see cref="ShortQuarter"/>, <see cref="ShortMonth"/> and <see cref="ShortCount"/>.</summary>
    public IEnumerable<int> ShortNames => [.. shortQuarters.Keys, .. shortMonths.Keys, .. shortCounts.Keys, LetterOfQuarter];

    /// <summary>Whether this is the first word of something that is counted in millions, or by points of service.</summary>
    public bool IsCounted(int word) => counted.Contains(word);

    /// <summary>Whether a word of a subject says that it is an amount of money.</summary>
    public bool IsMoney(int word) => money.Contains(word);

    /// <summary>Whether a word says that something is still to come: <c>sẽ</c>.</summary>
    public bool IsLater(int word) => later.Contains(word);

    /// <summary>Whether a word of a subject says that it is told in points: <c>điểm</c>, an index.</summary>
    public bool IsScored(int word) => scored.Contains(word);

    /// <summary>Whether a word behind <c>điểm</c> tells what score is meant, <c>điểm trung bình</c>, or how it stands; other words say what is at so many points.</summary>
    public bool IsOfScores(int word) => ofScores.Contains(word);

    /// <summary>Whether a token names an index: <c>chỉ số</c>, <c>PAPI</c>.</summary>
    public bool IsIndex(ReadOnlySpan<Token> tokens, int i) =>
        tokens[i].Kind == TokenKind.Word && ((tokens[i].Word != Points && IsScored(tokens[i].Word)) || (tokens[i].Word == Target && i + 1 < tokens.Length && tokens[i + 1].Word == Number));

    /// <summary>Whether a word belongs to the counters of a web page: <c>lượt truy cập</c>, <c>lượt xem</c>.</summary>
    public bool IsCounter(int word) => counters.Contains(word);

    /// <summary>Whether a word stands beside another of its kind with a stroke between: <c>xã/phường</c> is no rate.</summary>
    public bool IsAlternative(int word) => alternatives.Contains(word);

    /// <summary>Whether a word names a whole of which parts are told: <c>số</c>, <c>tổng</c>.</summary>
    public bool IsWhole(int word) => wholes.Contains(word);

    /// <summary>1 to 12 as they are typed, <c>9</c> and <c>09</c>.</summary>
    static IEnumerable<(string Digits, int Month)> Months() =>
        Enumerable.Range(1, 12).Select(m => (m.ToString(CultureInfo.InvariantCulture), m)).Concat(Enumerable.Range(1, 9).Select(m => (m.ToString("00", CultureInfo.InvariantCulture), m)));

    static HashSet<int> Set(Vocabulary vocabulary, params ReadOnlySpan<string> words)
    {
        var set = new HashSet<int>();
        foreach (var word in words) set.Add(vocabulary.Add(word));
        return set;
    }

    static Dictionary<int, int> Numbered(Vocabulary vocabulary, params ReadOnlySpan<(string Word, int Value)> words)
    {
        var numbers = new Dictionary<int, int>();
        foreach (var (word, value) in words) numbers[vocabulary.Add(word)] = value;
        return numbers;
    }
}
