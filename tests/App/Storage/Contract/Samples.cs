using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Tests.Storage.Contract;

/// <summary>Small records of each table, and the words that keys, filters and texts must carry unharmed.</summary>
static class Samples
{
    public const string Province = "soc-trang", Indicator = "telecom.base_stations";

    /// <summary>Words by what is special about them. No key of ours holds brackets with names: Azurite 3.35.0 misreads them in a transaction.</summary>
    public static TheoryData<string, string> Words => new()
    {
        { "plain", "word" },
        { "a quote", "it's" },
        { "only quotes", "'''" },
        { "double quotes", "nói \"vâng\"" },
        { "Vietnamese", "Trạm BTS Đà Nẵng" },
        { "decomposed Vietnamese", "ho\u0300a" },
        { "outside the basic plane", "𠮷🇻🇳" },
        { "percent and plus", "100%25+1 %2F" },
        { "signs of an address", "a&b=c;d,e" },
        { "what no key may hold", "a/b\\c#d?e" },
        { "control characters", "a\tb\u007Fc\u0085d" },
        { "signs of our own keys", "a|b~c" },
        { "a blank at either end", " a " },
        { "an operator", "x' or RowKey ne '" },
    };

    public static ObservationRecord Observation(int ordinal, string indicator = Indicator, string text = "", int year = 2023, string document = "d") => new()
    {
        Province = Province,
        Observation = new Observation
        {
            Indicator = indicator,
            Label = text,
            Value = ordinal,
            Unit = Unit.Count,
            Period = Period.OfYear(year),
            Source = new SourceSpan(0, 2),
            Sentence = new SourceSpan(0, 20),
        },
        SourceText = text,
        SentenceText = text,
        Document = document,
        DocumentName = text,
        ReceivedAt = new DateTimeOffset(2026, 1, 31, 18, 0, 0, TimeSpan.Zero),
        Ordinal = ordinal,
    };

    public static DocumentManifest Manifest(string name) =>
        new() { Id = DocumentId.Of(name), Name = name, Status = DocumentStatus.Extracted, BlobETag = "\"0x1\"" };

    public static SeriesPoint Point(string indicator, int year, decimal value = 1) => new()
    {
        Province = Province,
        Indicator = indicator,
        Period = Period.OfYear(year),
        Chosen = new Candidate { Province = Province, Indicator = indicator, Period = Period.OfYear(year), Value = value, Unit = Unit.Count, Document = "d" },
    };

    /// <summary>What is compared of records that hold lists.</summary>
    public static string Json<T>(T value) => StoredJson.Write(value);
}
