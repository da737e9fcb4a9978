using System.Globalization;
using ServerlessIct.Indicators.Extraction.LanguageData;

namespace ServerlessIct.Indicators.Tests.LanguageData;

/// <summary>What extraction knows of Vietnamese stands in the files of Extraction/Language, and not in its code.</summary>
public sealed class VietnameseInCodeTests
{
    /// <summary>These are tables of characters.</summary>
    static readonly string[] Tables = ["LatinPairs.cs", "Folding.cs"];

    public static TheoryData<string> Words =>
    [
        "if (word is \"đạt\") return;", "Set(vocabulary, \"thu\", \"vốn\")", "var c = 'Đ';", "@\"C:\\năm\"", "$\"{a} tỷ {b}\"", "$\"{Name(\"tháng\")}\"", "\"\"\"\n  quý\n  \"\"\"", "\"\\u0111\"", "\"ti\u0300nh\"",
        "vocabulary.Add(\"giao\")", "this.Vocabulary.Add( \"km\" )", "/* a comment */ \"xã\" // and another", "\"// \" + \"ấp\"", "'\\''; x = \"ở\"", "$\"{{\" + \"từ\"", "$\"{(a ? \"b\" : \"có\")}\"",
    ];

    public static TheoryData<string> Others =>
    [
        "// đạt", "/// <c>tỷ đồng</c>", "/* năm */", "x = 1; // \"năm\"", "/* \"năm\" */ \"year\"", "\"year\"", "'“'", "\"—…€‰°\"", "seen.Add(\"km\")", "vocabulary.Add(word)", "vocabulary.Find(\"km\")", "$\"{a}: {b}\"", "@\"a\"\"b\"", "\"\\\"\" // đ",
    ];

    [Theory]
    [MemberData(nameof(Words))]
    public void A_word_in_code_is_found(string code) => Assert.Contains(Literals.Of(code), l => l.IsVietnamese);

    [Theory]
    [MemberData(nameof(Others))]
    public void What_is_no_word_of_the_language_is_not(string code) => Assert.DoesNotContain(Literals.Of(code), l => l.IsVietnamese);

    [Fact]
    public void A_word_is_found_on_its_line_in_a_source() => Assert.Equal([3], Found("class A\n{\n    bool Is(string w) => w is \"tỉnh\"; // \"xã\"\n}\n").Select(l => l.Line));

    [Fact]
    public void No_word_of_the_language_stands_in_code()
    {
        var folder = Path.Combine(SharedFolder.Repository(), "functions", "Indicators");
        var files = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Where(f => !Tables.Contains(Path.GetFileName(f))).ToList();
        Assert.True(files.Count > 100, "The source of extraction is not where it was.");
        Assert.Empty(files.SelectMany(f => Found(File.ReadAllText(f)).Select(l => string.Create(CultureInfo.InvariantCulture, $"{Path.GetRelativePath(folder, f)}:{l.Line}: {l.Text}"))));
    }

    /// <summary>Vietnamese that has no letter of its own, as <c>giao</c> and <c>theo</c>: words that extraction knows, save <c>km</c>, which is the code of a unit too.</summary>
    [Fact]
    public void Nor_does_one_in_plain_letters()
    {
        var folder = Path.Combine(SharedFolder.Repository(), "functions", "Indicators", "Extraction");
        Assert.Contains("giao", Plain("if (word is \"giao\") return;"));
        Assert.Empty(Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).SelectMany(f => Plain(File.ReadAllText(f)).Select(w => $"{Path.GetRelativePath(folder, f)}: {w}")));
    }

    static IEnumerable<string> Plain(string source) =>
        Literals.Of(source).Select(l => l.Text).Where(t => t.Length > 1 && t is not "km" && t.All(char.IsAsciiLetterLower) && Language.Vietnamese.Vocabulary.Find(t) != 0);

    static IEnumerable<Literal> Found(string source) => Literals.Of(source).Where(l => l.IsVietnamese);
}
