using System.Text;
using ServerlessIct.App.Api;

namespace ServerlessIct.App.Tests.Api;

public sealed class CsvAnswerTests
{
    static readonly IReadOnlyList<Column<object?[]>> Columns = [new("first", row => row[0]), new("second", row => row[1])];

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+84", "'+84")]
    [InlineData("-x", "'-x")]
    [InlineData("@a", "'@a")]
    [InlineData("\ta", "'\ta")]
    [InlineData("\ra", "\"'\ra\"")]
    [InlineData("\na", "\"'\na\"")]
    [InlineData("=\"a\",1", "\"'=\"\"a\"\",1\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠a,b", "\"'＠a,b\"")]
    public void A_text_cell_is_no_formula(string text, string expected) => Written(text).ShouldBe(expected);

    [Theory]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData(" Sóc Trăng ", " Sóc Trăng ")]
    [InlineData("một, hai", "\"một, hai\"")]
    [InlineData("\"một\"", "\"\"\"một\"\"\"")]
    [InlineData("một\nhai", "\"một\nhai\"")]
    [InlineData("một\rhai", "\"một\rhai\"")]
    public void A_text_cell_is_quoted_where_it_must_be(string? text, string expected) => Written(text).ShouldBe(expected);

    [Fact]
    public void A_number_is_neither_escaped_nor_of_any_culture()
    {
        Written(-1234.50m).ShouldBe("-1234.50");
        Written(-7).ShouldBe("-7");
        Written(-7_000_000_000L).ShouldBe("-7000000000");
        Written(decimal.MinValue).ShouldBe("-79228162514264337593543950335");
    }

    [Fact]
    public void A_cell_holds_nothing_but_text_and_numbers() => Should.Throw<ArgumentException>(() => Written(DateTimeOffset.UnixEpoch));

    [Theory]
    [InlineData(false, "first,second\r\n1,a\r\n2,b\r\n")]
    [InlineData(true, "\uFEFFfirst,second\r\n1,a\r\n2,b\r\n")]
    public async Task The_byte_order_mark_comes_where_it_is_wanted_whether_or_not_the_rows_are_at_hand(bool byteOrderMark, string expected)
    {
        object?[][] rows = [[1, "a"], [2, "b"]];
        using var streamed = new MemoryStream();

        Encoding.UTF8.GetString(CsvAnswer.Of(Columns, rows, byteOrderMark, "a.csv").Bytes.Span).ShouldBe(expected);
        await CsvAnswer.Of(Columns, _ => rows.ToAsyncEnumerable(), byteOrderMark, "a.csv").WriteAsync!(streamed, CancellationToken.None);
        Encoding.UTF8.GetString(streamed.ToArray()).ShouldBe(expected);
    }

    [Fact]
    public async Task Rows_are_sent_while_further_ones_are_read()
    {
        using var body = new MemoryStream();
        var most = 0L;

        await CsvAnswer.Of(Columns, _ => Rows(), byteOrderMark: false, "a.csv").WriteAsync!(body, CancellationToken.None);

        most.ShouldBeLessThan(200_000);
        body.Length.ShouldBeGreaterThan(5_000_000);

        async IAsyncEnumerable<object?[]> Rows()
        {
            for (var i = 0; i < 5_000; i++)
            {
                most = Math.Max(most, (1_003L * i) - body.Length);
                yield return [i, new string('x', 1_000)];
                await Task.CompletedTask;
            }
        }
    }

    static string Written(object? cell)
    {
        var csv = Encoding.UTF8.GetString(CsvAnswer.Of(Columns, [[cell, "end"]], byteOrderMark: false, "a.csv").Bytes.Span);
        const string head = "first,second\r\n", end = ",end\r\n";
        csv.ShouldStartWith(head);
        csv.ShouldEndWith(end);
        return csv[head.Length..^end.Length];
    }
}
