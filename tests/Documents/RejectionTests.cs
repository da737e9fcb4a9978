using System.Text;

namespace ServerlessIct.Documents.Tests;

public class RejectionTests
{
    const string Tcvn3 = "N¨m 2023, tæng sè tr¹m th«ng tin di ®éng cña tØnh lµ 1.422 tr¹m, t¨ng 76 tr¹m so víi n¨m tr­íc.";
    const string Vni = "Naêm 2023, toång soá traïm thoâng tin di ñoäng cuûa tænh laø 1.422 traïm, taêng 76 traïm so vôùi naêm tröôùc.";

    public static TheoryData<string, byte[], RejectionCode, string> Files => new()
    {
        { "a.txt", [], RejectionCode.Empty, "The file is empty. Upload the report itself." },
        { "a.txt", [0xEF, 0xBB, 0xBF], RejectionCode.NoText, "The file holds nothing but white space. Upload the report itself." },
        { "a.txt", " \r\n\t"u8.ToArray(), RejectionCode.NoText, "The file holds nothing but white space. Upload the report itself." },
        {
            "a.html", "<title>x</title><script>var a = 'Năm 2024'</script>"u8.ToArray(), RejectionCode.NoText,
            "The page shows no text. If its text is loaded by a script or stands in a picture, save the text alone as .txt."
        },
        {
            "a.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], RejectionCode.Binary,
            "The file is named .txt but holds binary data (a PNG image). Upload the report itself."
        },
        { "photo.jpg", [0xFF, 0xD8, 0xFF, 0xE0], RejectionCode.Binary, "The file holds binary data (a JPEG image). Upload the report itself." },
        { "a.gif", "GIF89a "u8.ToArray(), RejectionCode.Binary, "The file holds binary data (a GIF image). Upload the report itself." },
        { "a.gz", [0x1F, 0x8B, 8], RejectionCode.Binary, "The file holds binary data (a gzip archive). Upload the report itself." },
        { "a.zip", [0x50, 0x4B, 3, 4, 20, 0], RejectionCode.Binary, "The file holds binary data (a ZIP archive). Upload the report itself." },
        {
            "a.html", [0x4D, 0x5A, 0x90, 0, 3], RejectionCode.Binary,
            "The file is named .html but holds binary data (a Windows program). Upload the report itself."
        },
        {
            "a.txt", "Nam\0 2024"u8.ToArray(), RejectionCode.Binary,
            "The file is named .txt but holds binary data (a NUL character at position 3). Upload the report itself."
        },
        {
            "a.txt", "\u0001\u0002\u0003 2024"u8.ToArray(), RejectionCode.Binary,
            "The file is named .txt but holds binary data (more than one control character in a hundred). Upload the report itself."
        },
        { "a.docx", Zip("word/document.xml"), RejectionCode.NotReadYet, "Word documents are not read yet. Save the report as .txt or .html and upload that." },
        { "a.txt", Zip("xl/workbook.xml"), RejectionCode.NotReadYet, "Excel workbooks are not read yet. Save the report as .txt or .html and upload that." },
        {
            "a.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("WordDocument")], RejectionCode.NotReadYet,
            "Word documents are not read yet. Save the report as .txt or .html and upload that."
        },
        { "a.pdf", "%PDF-1.7"u8.ToArray(), RejectionCode.NotReadYet, "PDF documents are not read yet. Save the report as .txt or .html and upload that." },
        { "a.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("%PDF-1.7")], RejectionCode.NotReadYet, "PDF documents are not read yet. Save the report as .txt or .html and upload that." },
        { "a.rtf", @"{\rtf1\ansi"u8.ToArray(), RejectionCode.NotReadYet, "RTF documents are not read yet. Save the report as .txt or .html and upload that." },
        {
            "a.txt", [.. "Nam 2024, "u8, 0xC3, 0x28, 0xFF], RejectionCode.UnknownEncoding,
            "The text is not UTF-8 (at byte 10) and not Vietnamese in Windows-1258 either. Save it as UTF-8 and upload it again."
        },
        {
            "a.txt", [0xEF, 0xBB, 0xBF, 0x4E, 0xC3], RejectionCode.UnknownEncoding,
            "The text is not UTF-8 (at byte 4) and not Vietnamese in Windows-1258 either. Save it as UTF-8 and upload it again."
        },
        {
            "a.txt", [0xFF, 0xFE, 0x4E, 0, 0x00, 0xD8, 0x4E, 0], RejectionCode.UnknownEncoding,
            "The file begins as UTF-16LE but breaks its rules further on. Save it as UTF-8 and upload it again."
        },
        { "a.txt", Encoding.UTF8.GetBytes(Tcvn3), RejectionCode.LegacyFont, "The text is typed in the TCVN3 (ABC) font encoding, not in Unicode. Convert it to Unicode and upload it again." },
        { "a.txt", Reading.Windows(1252).GetBytes(Tcvn3), RejectionCode.LegacyFont, "The text is typed in the TCVN3 (ABC) font encoding, not in Unicode. Convert it to Unicode and upload it again." },
        { "a.txt", Encoding.UTF8.GetBytes(Vni), RejectionCode.LegacyFont, "The text is typed in the VNI font encoding, not in Unicode. Convert it to Unicode and upload it again." },
        { "a.txt", Reading.Windows(1252).GetBytes(Vni), RejectionCode.LegacyFont, "The text is typed in the VNI font encoding, not in Unicode. Convert it to Unicode and upload it again." },
        { "a.html", Encoding.UTF8.GetBytes($"<p>{Vni}</p>"), RejectionCode.LegacyFont, "The text is typed in the VNI font encoding, not in Unicode. Convert it to Unicode and upload it again." },
        { "a.txt", "<!DOCTYPE html><p>2024</p>"u8.ToArray(), RejectionCode.MarkupAsText, "The text is the source of an HTML page. Name the file .html and upload it again." },
        {
            "a.html", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<div>", 100_000)) + "x"), RejectionCode.TooDeep,
            "The page nests more than 1,000 elements in one another. Save the text alone as .txt."
        },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_not_read_says_why_and_what_to_do(string name, byte[] bytes, RejectionCode code, string reason) =>
        DocumentReader.Read(name, bytes).ShouldBe(new Rejection(code, reason));

    [Theory]
    [InlineData(60 * 1024 * 1024, "The file is 60 MB; documents up to 20 MB are read. Split it, or upload the text alone.")]
    [InlineData((20 * 1024 * 1024) + 1, "The file is 20.1 MB; documents up to 20 MB are read. Split it, or upload the text alone.")]
    public async Task A_large_file_is_refused_with_its_size(int size, string reason)
    {
        var bytes = new byte[size];
        using var stream = new MemoryStream(bytes);

        DocumentReader.Read("a.txt", bytes).ShouldBe(new Rejection(RejectionCode.TooLarge, reason));
        (await DocumentReader.ReadAsync("a.txt", stream, cancellationToken: TestContext.Current.CancellationToken))
            .ShouldBe(new Rejection(RejectionCode.TooLarge, reason));
    }

    [Fact]
    public void A_file_of_just_the_limit_is_read() =>
        DocumentReader.Read("a.txt", "12345"u8.ToArray(), new DocumentLimits { MaxBytes = 5, MaxCharacters = 5 }).ShouldBeOfType<ReadDocument>();

    [Fact]
    public void Limits_that_are_set_are_named() =>
        DocumentReader.Read("a.txt", "123456"u8.ToArray(), new DocumentLimits { MaxBytes = 5 }).ShouldBe(new Rejection(
            RejectionCode.TooLarge, "The file is 6 bytes; documents up to 5 bytes are read. Split it, or upload the text alone."));

    [Fact]
    public void A_long_text_is_refused_with_its_length() =>
        DocumentReader.Read("a.txt", "123456"u8.ToArray(), new DocumentLimits { MaxCharacters = 5 }).ShouldBe(new Rejection(
            RejectionCode.TooMuchText, "The text is 6 characters long; up to 5 are read. Split it into several files."));

    [Fact]
    public void A_limit_outside_its_range_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new DocumentLimits { MaxMarkupDepth = 7 })
            .Message.ShouldStartWith("MaxMarkupDepth is 8 to 10000.");

    [Theory]
    [InlineData("© 2024 Sở Thông tin và Truyền thông. Đã đăng ký ®. «Chuyển đổi số» – ưu tiên số 1")]
    [InlineData("Hoà Bình, Hoàn Kiếm, Quế Võ, Thuở ấy, tuần, yêu, khoẻ, quý, toàn, nguyễn, huỳnh, uống, ướt, mười")]
    [InlineData("Le café où l'été créé à Nîmes naïf, Hawaï, aérien")]
    [InlineData("ñandú año señor")]
    public void Unicode_is_not_taken_for_an_old_font(string text) =>
        Reading.Text("a.txt", text).ShouldBeOfType<ReadDocument>();

    static byte[] Zip(string entry) => [0x50, 0x4B, 3, 4, 20, 0, .. Encoding.ASCII.GetBytes(entry)];
}
