namespace ServerlessIct.Documents.Tests;

public class PageTests
{
    public static TheoryData<string, string> Layouts => new()
    {
        { "<h1>Một</h1><p>Hai</p><div>Ba</div>Bốn", "Một\nHai\nBa\nBốn" },
        { "<p>Một<p>Hai", "Một\nHai" },
        { "<ul><li>Một<li>Hai<ul><li>Ba</ul></ul>", "Một\nHai\nBa" },
        { "<dl><dt>Một<dd>Hai</dl>", "Một\nHai" },
        { "Một<br>Hai<br/>Ba", "Một\nHai\nBa" },
        { "<p>  nhiều \n\t khoảng&nbsp;&nbsp;trắng  </p>", "nhiều khoảng trắng" },
        { "<p>đạt <b>69,3</b> <i>tỷ</i>&nbsp;đồng</p>", "đạt 69,3 tỷ đồng" },
        { "<p>th&ocirc;ng tin v&agrave; truy&#7873;n th&#xF4;ng &amp; 5 &lt; 7</p>", "thông tin và truyền thông & 5 < 7" },
        { "<p>5 < 7 và 8 > 6</p>", "5 < 7 và 8 > 6" },
        { "<p>chuyển\u00AD đổi\u200B số</p>", "chuyển đổi số" },
        { "<pre>Một\nHai   Ba</pre>", "Một\nHai Ba" },
        { "<p>a</p><script>x</script><style>y</style><noscript>z</noscript><template>t</template><svg><text>s</text></svg><p>b</p>", "a\nb" },
        { "<nav><ul><li>Trang chủ</li></ul></nav><p>a</p><aside>quảng cáo</aside><footer>Bản quyền</footer>", "a" },
        { "<div role='navigation'>Trang chủ</div><p>a</p><div role=contentinfo>Bản quyền</div>", "a" },
        { "<p hidden>x</p><div style='color:red; display : none'>x<div>y</div></div><span aria-hidden=true>z</span><p>a</p>", "a" },
        { "<p>tổng <span hidden>ẩn</span>số</p>", "tổng số" },
        { "<body style='display:none'><p>a</p></body>", "a" },
        { "<div><nav>menu</div><p>a</p>", "a" },
        { "<form><p>a</p><button>Gửi</button><select><option>x<option>y</select><textarea><p>z</textarea></form>", "a" },
        { "<title>t</title><p>a</p>", "a" },
        { "<!-- <p>x</p> --><p>a</p>", "a" },
        { "<p>a</p><script>if (a < b) document.write('</p><p>x')</script>b", "a\nb" },
        { "<svg/><p>a", "a" },
        { "</p></div></td>a</table>", "a" },
        { "a<", "a<" },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void A_page_reads_as_a_person_sees_it(string markup, string text) => Reading.Page(markup).Text.ShouldBe(text);

    public static TheoryData<string, string> Tables => new()
    {
        { "<table><tr><th>Chỉ tiêu<th>2022<th>2023<tr><td>Trạm<td>1.346<td>1.422</table>", "Chỉ tiêu | 2022 | 2023\nTrạm | 1.346 | 1.422" },
        { "<table><tbody><tr><td><p>Trạm</p></td><td><p>1.346</p></td></tr></tbody></table>", "Trạm | 1.346" },
        { "<table><td>a<td>b</table>c", "a | b\nc" },
        { "<table><tr><td>a<td><td>c<td></table>", "a | | c" },
        { "<table><tr><td><td>b</table>", "| b" },
        { "<table><tr><td><td></table>a", "a" },
        { "<table><tr><td>Kế hoạch<br>năm 2024<td>80%</table>", "Kế hoạch năm 2024 | 80%" },
        { "<table><tr><td>menu<td><p>Một<p>Hai<p>Ba<p>Bốn</table>", "menu\nMột\nHai\nBa\nBốn" },
        { "<table><tr><td>a<table><tr><td>b<td>c</table></td><td>d</table>", "a\nb | c\nd" },
        { "<table><caption>Biểu 1</caption><tr><td>a<td>b</table>", "Biểu 1\na | b" },
        { "<p>a</p><tr><td>b</td></tr>", "a\nb" },
        { "<table><tr><td>a</div></p><td>b</table>", "a | b" },
        { "<table><tr><td>a<td>b", "a | b" },
        { "<table><tr><th rowspan=2>Chỉ tiêu<th colspan=2>Năm 2023<th>Ghi chú<tr><th>KH<th>TH<tr><td>Trạm<td>1.400<td>1.422</table>", "Chỉ tiêu | Năm 2023 | | Ghi chú\n| KH | TH\nTrạm | 1.400 | 1.422" },
        { "<table><tr><td>a<td rowspan=2>b<td>c<tr><td>d<td>e<tr><td>f<td>g<td>h</table>", "a | b | c\nd | | e\nf | g | h" },
        { "<table><tr><td rowspan=2 colspan=2>a<td>b<tr><td>c<tr><td>d<td>e<td>f</table>", "a | | b\n| | c\nd | e | f" },
        { "<table><tr><td>a<td rowspan=2>b<tr><td>c<tr><td>d<td>e</table>", "a | b\nc\nd | e" },
        { "<table><tr><td colspan=3>I. Bưu chính<tr><td>a<td>b<td>c</table>", "I. Bưu chính\na | b | c" },
        { "<table><tr><td colspan=0>a<td rowspan=x>b<tr><td colspan=-1>c<td>d</table>", "a | b\nc | d" },
        { "<table><tr><td rowspan=3>a<table><tr><td>b<td>c</table><td>d<tr><td>e</table>", "a\nb | c\nd\n| e" },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_reads_as_one_line_a_row(string markup, string text) => Reading.Page(markup).Text.ShouldBe(text);

    [Theory]
    [InlineData("<title> Tổng kết\n 2023 </title>a", "Tổng kết 2023")]
    [InlineData("<title>Tổng kết &amp; <b></title>a", "Tổng kết & <b>")]
    [InlineData("<title>Cổng | Tổng kết</title><meta property='og:title' content='Tổng kết'>a", "Tổng kết")]
    [InlineData("<title> </title>a", null)]
    [InlineData("a", null)]
    [InlineData("<svg><title>biểu tượng</title></svg><title>Tổng kết</title>a", "Tổng kết")]
    public void The_title_is_the_pages_own(string markup, string? title) => Reading.Page(markup).Title.ShouldBe(title);

    [Theory]
    [InlineData("<link rel=canonical href='https://SonLa.gov.vn/a/b'>a", null, "sonla.gov.vn")]
    [InlineData("<meta property=og:url content='http://dongthap.gov.vn/x'>a", null, "dongthap.gov.vn")]
    [InlineData("<!-- saved from url=(0024)https://soctrang.gov.vn/ --><html>a", null, "soctrang.gov.vn")]
    [InlineData("<meta property=og:site_name content='Cổng thông tin  điện tử Sơn La'>a", "Cổng thông tin điện tử Sơn La", null)]
    [InlineData("<link rel=canonical href='javascript:alert(1)'>a", null, null)]
    [InlineData("<link rel=canonical href='/tin-tuc'>a", null, null)]
    public void A_page_may_say_where_it_is_from(string markup, string? site, string? host) =>
        Reading.Page(markup).Source.ShouldBe(new DocumentSource(site, host));

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("ISO-8859-1")]
    public void A_page_in_a_western_encoding_is_read_as_it_declares(string charset)
    {
        var bytes = Reading.Windows(1252).GetBytes($"<meta charset=\"{charset}\"><p>th\u00F4ng tin v&agrave; ç</p>");

        var document = DocumentReader.Read("a.html", bytes).ShouldBeOfType<ReadDocument>();

        document.Text.ShouldBe("thông tin và ç");
        document.Encoding.ShouldBe("windows-1252");
    }

    [Fact]
    public void A_page_in_windows_1258_is_read()
    {
        var bytes = WindowsVietnameseBytes.Of("<meta charset=windows-1258><p>Tổng số trạm di động</p>");

        DocumentReader.Read("a.html", bytes).ShouldBeOfType<ReadDocument>().Text.ShouldBe("Tổng số trạm di động");
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "open blocks", "<div>" },
        { "open cells in tables", "<table><tr><td>" },
        { "definitions in items", "<dd><li>" },
        { "formatting that never ends", "<p><font a=1><b>x" },
        { "end tags of nothing", "</span></div></table>" },
        { "rows without cells", "<table><tr><tr>" },
        { "cells that claim a thousand columns", "<td colspan=1000 rowspan=65000>x" },
        { "tables of cells that claim a thousand columns", "<table><tr><td colspan=1000 rowspan=65000>x<td colspan=1000>" },
        { "rows of cells that claim a thousand columns", "<table></table><table><tr><td colspan=1000 rowspan=65000>x<tr><td>y</table>" },
        { "comments", "<!--" },
        { "less-than signs", "<" },
        { "entities", "&a" },
        { "drawings", "<svg><g>" },
        { "templates", "<template>" },
        { "hidden parts", "<p hidden>" },
        { "attributes", "<a b c='d" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Markup_repeated_100000_times_ends_in_a_result(string what, string markup) =>
        Reading.Text("a.html", "x" + string.Concat(Enumerable.Repeat(markup, 100_000))).ShouldNotBeNull(what);
}
