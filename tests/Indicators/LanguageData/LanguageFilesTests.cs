using System.Reflection;
using System.Reflection.Emit;
using System.Text;
using System.Text.Json;
using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Tests.LanguageData;

public sealed class LanguageFilesTests
{
    const string Whole = """{"year": "năm", "ends": {"about": "of a year", "words": ["cuối", "hết"]}, "same": ["cùng kỳ"], "roman": {"i": 1, "ii": 2}}""";

    /// <summary>The types of files whose entries are members.</summary>
    static readonly Type[] Types = [typeof(Words), typeof(PeriodWords), typeof(QuantityWords), typeof(KindWords), typeof(DocumentWords), typeof(PlaceData)];

    sealed record Sample
    {
        public required int Year { get; init; }

        public required HashSet<int> Ends { get; init; }

        public required PhraseSet Same { get; init; }

        public required Dictionary<int, int> Roman { get; init; }
    }

    sealed record Groups
    {
        public required Dictionary<string, JsonElement> All { get; init; }
    }

    enum Tag
    {
        None,
        First,
        SecondOne,
    }

    [Fact]
    public void A_file_becomes_numbers_of_words()
    {
        var vocabulary = new Vocabulary();
        var read = Read(vocabulary, Whole);
        Assert.Equal(vocabulary.Find("năm"), read.Year);
        Assert.Equal([vocabulary.Find("cuối"), vocabulary.Find("hết")], read.Ends);
        Assert.Equal(2, read.Roman[vocabulary.Find("ii")]);
        using var text = new TokenizedText("So với cùng kỳ", vocabulary);
        Assert.Equal([0, 0, 2, 0], Enumerable.Range(0, 4).Select(i => read.Same.Length(text.TokenSpan, i)));
        Assert.True(read.Same.Are(text.TokenSpan, 2, 4));
        Assert.False(read.Same.Are(text.TokenSpan, 1, 4));
    }

    [Theory]
    [InlineData("""{"year": "năm", "ends": ["hết"], "same": ["cùng kỳ"]}""", "roman")]
    [InlineData("""{"year": "năm", "month": "tháng", "ends": ["hết"], "same": ["cùng kỳ"], "roman": {"i": 1}}""", "month")]
    [InlineData("""{"year": "năm nay", "ends": ["hết"], "same": ["cùng kỳ"], "roman": {"i": 1}}""", "năm nay")]
    [InlineData("""{"year": ["năm", "niên"], "ends": ["hết"], "same": ["cùng kỳ"], "roman": {"i": 1}}""", "More words than one")]
    [InlineData("""{"year": "", "ends": ["hết"], "same": ["cùng kỳ"], "roman": {"i": 1}}""", "not one word")]
    [InlineData("""{"year": "năm", "ends": [], "same": ["cùng kỳ"], "roman": {"i": 1}}""", "no words")]
    [InlineData("""{"year": "năm", "ends": {"about": "of a year"}, "same": ["cùng kỳ"], "roman": {"i": 1}}""", "no words")]
    [InlineData("""{"year": "năm", "ends": {"words": ["hết"], "why": "?"}, "same": ["cùng kỳ"], "roman": {"i": 1}}""", "why")]
    [InlineData("""{"year": "năm", "ends": ["hết", "hết"], "same": ["cùng kỳ"], "roman": {"i": 1}}""", "listed twice")]
    [InlineData("""{"year": "năm", "ends": ["hết"], "same": ["cùng kỳ", "cùng  kỳ"], "roman": {"i": 1}}""", "listed twice")]
    [InlineData("""{"year": "năm", "year": "niên", "ends": ["hết"], "same": ["cùng kỳ"], "roman": {"i": 1}}""", "year")]
    public void A_wrong_file_is_refused_by_what_is_wrong(string json, string named)
    {
        var thrown = Assert.Throws<InvalidDataException>(() => Read(new Vocabulary(), json));
        Assert.StartsWith("sample.json: ", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(named, thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"first": ["a"]}""", "secondOne")]
    [InlineData("""{"first": ["a"], "secondOne": ["b"], "third": ["c"]}""", "third")]
    [InlineData("""{"first": ["a"], "secondOne": ["b"], "none": ["c"]}""", "none")]
    public void Groups_are_those_of_their_tags(string json, string named)
    {
        var files = new LanguageFiles(new Vocabulary());
        var written = files.Read<Groups>("groups.json", Stream(json)).All;
        Assert.Contains(named, Assert.Throws<InvalidDataException>(() => files.Groups<Tag, string[]>("groups.json", written, Tag.None)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_entry_is_known_to_a_rule()
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        HashSet<int> called = [];
        foreach (var type in typeof(Words).Assembly.GetTypes().Except(Types))
            foreach (var method in type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All)))
                called.UnionWith(Called(method.GetMethodBody()?.GetILAsByteArray() ?? []));
        Assert.Empty(Types.SelectMany(t => t.GetProperties()).Where(p => !called.Contains(p.GetMethod!.MetadataToken)).Select(p => $"{p.DeclaringType!.Name}.{p.Name}"));
    }

    /// <summary>The tokens of the methods that a method calls.</summary>
    static IEnumerable<int> Called(byte[] code)
    {
        for (var i = 0; i + sizeof(int) < code.Length; i++)
            if (code[i] == OpCodes.Call.Value || code[i] == OpCodes.Callvirt.Value) yield return BitConverter.ToInt32(code, i + 1);
    }

    static Sample Read(Vocabulary vocabulary, string json) => new LanguageFiles(vocabulary).Read<Sample>("sample.json", Stream(json));

    static MemoryStream Stream(string json) => new(Encoding.UTF8.GetBytes(json));
}
