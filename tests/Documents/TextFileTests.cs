using System.Text;

namespace ServerlessIct.Documents.Tests;

public class TextFileTests
{
    const string Sentence = "Tổng số trạm thông tin di động là 1.422 trạm, tăng 76 trạm so với năm 2022; ước đạt 69,3 tỷ đồng.";

    public static TheoryData<string, byte[], string> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Sentence), "utf-8" },
        { "UTF-8 with a mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sentence)], "utf-8" },
        { "UTF-16, low byte first, with a mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Sentence)], "utf-16le" },
        { "UTF-16, high byte first, with a mark", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Sentence)], "utf-16be" },
        { "UTF-16, low byte first, without a mark", Encoding.Unicode.GetBytes(Sentence), "utf-16le" },
        { "UTF-16, high byte first, without a mark", Encoding.BigEndianUnicode.GetBytes(Sentence), "utf-16be" },
        { "UTF-32 with a mark", [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes(Sentence)], "utf-32le" },
        { "Windows-1258", WindowsVietnameseBytes.Of(Sentence), "windows-1258" },
        { "UTF-8, letters and marks apart", Encoding.UTF8.GetBytes(Sentence.Normalize(NormalizationForm.FormD)), "utf-8" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void One_sentence_reads_the_same_from_every_encoding(string what, byte[] bytes, string encoding)
    {
        var document = DocumentReader.Read("report.txt", bytes).ShouldBeOfType<ReadDocument>(what);

        document.Text.ShouldBe(Sentence);
        document.Encoding.ShouldBe(encoding);
        document.Format.ShouldBe(DocumentFormat.Text);
        document.Title.ShouldBeNull();
        document.Source.ShouldBe(DocumentSource.Unknown);
    }

    [Theory]
    [InlineData("a\r\nb\rc\nd", "a\nb\nc\nd")]
    [InlineData("a\u2028b\u2029c\u0085d\fe\vf", "a\nb\nc\nd\ne\nf")]
    [InlineData("một\tcột", "một\tcột")]
    [InlineData("  giữ  nguyên  \n\n", "  giữ  nguyên  \n\n")]
    [InlineData("\uFEFF\uFEFFđầu", "đầu")]
    [InlineData("1\u00A0463", "1\u00A0463")]
    [InlineData("5 < 7 & <b>", "5 < 7 & <b>")]
    public void A_text_keeps_all_but_its_line_ends(string written, string read) =>
        Reading.Text("a.txt", written).ShouldBeOfType<ReadDocument>().Text.ShouldBe(read);

    [Fact]
    public void A_stray_control_character_becomes_a_space_and_moves_nothing()
    {
        var text = new string('a', 150) + "\u0007" + new string('b', 50);

        Reading.Text("a.txt", text).ShouldBeOfType<ReadDocument>().Text.ShouldBe(text.Replace('\u0007', ' '));
    }

    [Theory]
    [InlineData("report.txt")]
    [InlineData("report")]
    [InlineData("report.docx")]
    [InlineData("báo cáo \"quý 1\"/2024 🎉.txt")]
    [InlineData("..\\..\\etc.TXT")]
    [InlineData("")]
    public void Prose_is_read_under_any_name(string name) =>
        Reading.Text(name, "Năm 2024").ShouldBeOfType<ReadDocument>().Format.ShouldBe(DocumentFormat.Text);

    [Fact]
    public void A_name_of_900_characters_is_a_name() =>
        Reading.Text(new string('n', 900), "Năm 2024").ShouldBeOfType<ReadDocument>();

    [Theory]
    [InlineData("page", "<!DOCTYPE html><p>Năm 2024")]
    [InlineData("page.aspx", "<?xml version='1.0'?>\n<!-- x --> <HTML><p>Năm 2024")]
    [InlineData("page.HTM", "Năm 2024")]
    public void A_page_is_known_by_its_name_or_its_beginning(string name, string markup)
    {
        var document = Reading.Text(name, markup).ShouldBeOfType<ReadDocument>();

        document.Format.ShouldBe(DocumentFormat.Html);
        document.Text.ShouldBe("Năm 2024");
    }

    [Fact]
    public async Task A_stream_reads_as_its_bytes_do()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Sentence));

        (await DocumentReader.ReadAsync("a.txt", stream, cancellationToken: TestContext.Current.CancellationToken))
            .ShouldBeOfType<ReadDocument>().Text.ShouldBe(Sentence);
    }
}
