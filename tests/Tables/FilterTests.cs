using Azure.Data.Tables;

namespace ServerlessIct.Local.Tables.Tests;

public class FilterTests(Azurite azurite)
{
    public static TheoryData<FormattableString, string> Literals => new()
    {
        { $"A eq {"it's"}", "A eq 'it''s'" },
        { $"A eq {"x' or A ne '"}", "A eq 'x'' or A ne '''" },
        { $"A eq {'\''}", "A eq ''''" },
        { $"A eq {"Đà Nẵng"}", "A eq 'Đà Nẵng'" },
        { $"A eq {5} and B eq {-5}", "A eq 5 and B eq -5" },
        { $"A eq {5L}", "A eq 5L" },
        { $"A eq {1234.5}", "A eq 1234.5" },
        { $"A eq {true} or A eq {false}", "A eq true or A eq false" },
        { $"A eq {Guid.Empty}", "A eq guid'00000000-0000-0000-0000-000000000000'" },
        { $"A ge {new DateTimeOffset(2024, 1, 1, 7, 0, 0, TimeSpan.FromHours(7))}", "A ge datetime'2024-01-01T00:00:00Z'" },
        { $"A ge {DateTime.UnixEpoch.AddTicks(10)}", "A ge datetime'1970-01-01T00:00:00.000001Z'" },
        { $"A eq {new byte[] { 0, 171 }}", "A eq X'00ab'" },
        { $"A eq {null}", "A eq null" },
        { $"{"a"} {{b}}", "'a' {b}" },
    };

    [Theory]
    [MemberData(nameof(Literals))]
    public void A_value_in_a_filter_is_spelled_as_its_type_and_cannot_end_its_quotes(FormattableString filter, string expected) =>
        TableClient.CreateQueryFilter(filter).ShouldBe(expected);

    [Fact]
    public void A_value_of_no_stored_type_is_refused() =>
        Should.Throw<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {TimeSpan.Zero}")).Message.ShouldContain("TimeSpan");

    public static TheoryData<FormattableString, string> Questions => new()
    {
        { $"Text eq {"Hà Nội's"}", "a" },
        { $"Text ge {"H"} and Text lt {"I"}", "a" },
        { $"Whole gt {1} and Whole le {2}", "b" },
        { $"Large eq {5_000_000_000}", "a" },
        { $"Number lt {1.5}", "a" },
        { $"Yes eq {true}", "b" },
        { $"not (Yes eq {true})", "a" },
        { $"At lt {new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero)}", "a" },
        { $"Id eq {Guid.Parse("7b1f3b2e-8a54-4d0a-9a6e-0d8f2c1b5e77")}", "b" },
        { $"PartitionKey eq {"p"} and RowKey ge {"b"}", "b" },
        { $"Bytes eq {new byte[] { 1, 171 }}", "a" },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_filter_finds_rows_by_each_type(FormattableString filter, string expected)
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "a")
        {
            ["Text"] = "Hà Nội's", ["Whole"] = 1, ["Large"] = 5_000_000_000, ["Number"] = 1.0, ["Yes"] = false,
            ["At"] = DateTimeOffset.UnixEpoch, ["Id"] = Guid.Empty, ["Bytes"] = new byte[] { 1, 171 },
        });
        await table.AddEntityAsync(new TableEntity("p", "b")
        {
            ["Text"] = "Đà Nẵng", ["Whole"] = 2, ["Large"] = 6L, ["Number"] = 2.5, ["Yes"] = true,
            ["At"] = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), ["Id"] = Guid.Parse("7b1f3b2e-8a54-4d0a-9a6e-0d8f2c1b5e77"),
            ["Bytes"] = new byte[] { 2 },
        });

        var rows = await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter(filter)).ToListAsync();

        rows.Select(row => row.RowKey).ShouldBe([expected]);
    }
}
