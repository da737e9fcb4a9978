using System.Text.RegularExpressions;
using ServerlessIct.App.Storage;
using static System.FormattableString;

namespace ServerlessIct.App.Tests.Storage;

public sealed class TableKeyTests
{
    [Theory]
    [InlineData("2023", "2023")]
    [InlineData("", "")]
    [InlineData("2021/2025", "2021~002F2025")]
    [InlineData("a\\b", "a~005Cb")]
    [InlineData("#?", "~0023~003F")]
    [InlineData("100%+", "100~0025~002B")]
    [InlineData("a|b", "a~007Cb")]
    [InlineData("~002F", "~007E002F")]
    [InlineData("\0\t\u007F\u0085", "~0000~0009~007F~0085")]
    [InlineData("Sóc Trăng", "Sóc Trăng")]
    [InlineData("o'Neil", "o'Neil")]
    [InlineData("📈", "📈")]
    [InlineData("\uFFFF", "~FFFF")]
    public void A_part_is_escaped_and_comes_back(string part, string expected)
    {
        TableKey.Join(part).ShouldBe(expected);
        TableKey.Split(expected).ShouldBe([part]);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_escaped_and_comes_back()
    {
        TableKey.Join("\uDCC8\uD83D").ShouldBe("~DCC8~D83D");
        TableKey.Split("~DCC8~D83D").ShouldBe(["\uDCC8\uD83D"]);
    }

    [Theory]
    [InlineData("a", "b", "a|b")]
    [InlineData("", "", "|")]
    [InlineData("a|", "|b", "a~007C|~007Cb")]
    public void Parts_stay_apart(string one, string two, string expected)
    {
        TableKey.Join(one, two).ShouldBe(expected);
        TableKey.Split(expected).ShouldBe([one, two]);
    }

    [Theory]
    [InlineData("~")]
    [InlineData("~00")]
    [InlineData("~00ZZ")]
    [InlineData("a~002")]
    public void What_was_not_written_here_is_not_read(string key) => Should.Throw<FormatException>(() => TableKey.Split(key));

    [Theory]
    [InlineData("telecom.base_stations", "telecom.base_stations_2g")]
    [InlineData("a", "aa")]
    [InlineData("a", "a~")]
    public void A_range_holds_the_keys_of_its_part_and_no_neighbour(string part, string neighbour)
    {
        var (from, before) = TableKey.Range(part);

        Holds(TableKey.Join(part, "2023")).ShouldBeTrue();
        Holds(TableKey.Join(part, "\uFFFD")).ShouldBeTrue();
        Holds(TableKey.Join(neighbour, "2023")).ShouldBeFalse();

        bool Holds(string key) => string.CompareOrdinal(key, from) >= 0 && string.CompareOrdinal(key, before) < 0;
    }

    [Fact]
    public void A_key_that_no_table_takes_is_refused_here() => Should.Throw<ArgumentException>(() => TableKey.Join(new string('a', 513)));

    [Fact]
    public void An_id_is_32_lower_case_hexadecimal_digits_and_depends_on_every_letter()
    {
        var id = DocumentId.Of("soc-trang/2023.txt");

        DocumentId.IsId(id).ShouldBeTrue();
        Regex.IsMatch(id, "^[0-9a-f]{32}$", RegexOptions.NonBacktracking).ShouldBeTrue();
        DocumentId.Of("soc-trang/2023.TXT").ShouldNotBe(id);
        DocumentId.Bucket(id).ShouldBe(id[..2]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("0123456789abcdef0123456789abcde")]
    [InlineData("../../../../../../../../etc/pass")]
    public void Anything_else_is_no_id(string? text) => DocumentId.IsId(text).ShouldBeFalse();

    [Fact]
    public void A_manifest_can_own_20000_rows_and_gives_them_back()
    {
        var rows = Enumerable.Range(0, 20_000)
            .Select(i => new RowAddress(i % 3 == 0 ? "soc-trang" : "ca-mau", TableKey.Join("telecom.base_stations", Invariant($"{2000 + (i % 50)}"), "actual", DocumentId.Of("a"), Invariant($"{i:D6}"))))
            .ToHashSet();
        var entity = new Azure.Data.Tables.TableEntity("a", "b");

        var inDoubt = rows.Take(20).Select(r => r with { Province = "an-giang" }).ToHashSet();

        ManifestRows.Write(entity, rows, inDoubt);

        var read = ManifestRows.Read(entity);
        read.Rows.SetEquals(rows).ShouldBeTrue();
        read.InDoubt.SetEquals(inDoubt).ShouldBeTrue();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0.50")]
    [InlineData("274000000000000")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    public void A_number_is_stored_exactly(string text) => StoredNumber.Write(StoredNumber.Read(text)).ShouldBe(text);
}
