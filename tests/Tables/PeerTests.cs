using System.Globalization;
using System.Text.Json.Nodes;
using Azure;
using Azure.Data.Tables;

namespace ServerlessIct.Local.Tables.Tests;

public class PeerTests(Azurite azurite)
{
    const string Partition = "sóc-trăng's \"tỉnh\"";
    const string Moment = "2023-12-31T23:59:59.1234567Z";

    // Name, our value, and the type and value that the other client sees.
    static readonly (string Name, object Ours, string Type, string Theirs)[] Values =
    [
        ("Text", "Số trạm BTS: 1.422 (tăng 76 trạm), 'nháy' \"kép\"\n𠮷", "String", "Số trạm BTS: 1.422 (tăng 76 trạm), 'nháy' \"kép\"\n𠮷"),
        ("Empty", "", "String", ""),
        ("Yes", true, "Boolean", "true"),
        ("Whole", -2147483648, "Int32", "-2147483648"),
        ("Large", long.MaxValue, "Int64", "9223372036854775807"),
        ("Small", 5L, "Int64", "5"),
        ("Number", 29.4, "Double", "29.4"),
        ("At", DateTimeOffset.Parse(Moment, CultureInfo.InvariantCulture), "DateTime", Moment),
        ("Id", Guid.Parse("7b1f3b2e-8a54-4d0a-9a6e-0d8f2c1b5e77"), "Guid", "7b1f3b2e-8a54-4d0a-9a6e-0d8f2c1b5e77"),
        ("Bytes", new byte[] { 0, 127, 255 }, "Binary", "AH//"),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_other_client_reads_what_ours_wrote(bool inTransaction)
    {
        var table = await azurite.NewTableAsync();
        var row = new TableEntity(Partition, "it's 100% + Đ");
        foreach (var (name, ours, _, _) in Values) row[name] = ours;
        if (inTransaction) await table.SubmitTransactionAsync([new(TableTransactionActionType.UpsertReplace, row)]);
        else await table.UpsertEntityAsync(row, TableUpdateMode.Replace);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and Large eq {long.MaxValue}");

        var results = await Peer.RunAsync(azurite,
            new JsonObject { ["do"] = "get", ["table"] = table.Name, ["partitionKey"] = Partition, ["rowKey"] = row.RowKey },
            new JsonObject { ["do"] = "read", ["table"] = table.Name, ["filter"] = filter });

        foreach (var theirs in (JsonObject[])[results[0]!.AsObject(), results[1]!.AsArray().ShouldHaveSingleItem()!.AsObject()])
        {
            theirs["partitionKey"]!.GetValue<string>().ShouldBe(Partition);
            theirs["rowKey"]!.GetValue<string>().ShouldBe(row.RowKey);
            foreach (var (name, _, type, expected) in Values)
            {
                theirs[name]!["type"]!.GetValue<string>().ShouldBe(type, name);
                theirs[name]!["value"]!.ToString().ShouldBe(expected, name);
            }
        }
    }

    [Theory]
    [InlineData("add")]
    [InlineData("upsert")]
    [InlineData("transaction")]
    public async Task Ours_reads_what_the_other_client_wrote(string how)
    {
        var table = await azurite.NewTableAsync();
        var row = new JsonObject { ["partitionKey"] = Partition, ["rowKey"] = "r" };
        foreach (var (name, ours, type, theirs) in Values)
            row[name] = ours switch
            {
                string text => text,
                bool truth => truth,
                int number => number,
                double number => Peer.Typed(type, number),
                _ => Peer.Typed(type, theirs),
            };
        row["NativeLarge"] = Peer.Typed("bigint", "-9223372036854775808");
        row["NativeMoment"] = Peer.Typed("Date", "2024-02-29T00:00:00.500Z");
        row["NativeBytes"] = Peer.Typed("Uint8Array", "/wA=");
        row["WholeDouble"] = Peer.Typed("Double", 1346);
        row["NotANumber"] = Peer.Typed("Double", "NaN");

        await Peer.RunAsync(azurite, new JsonObject { ["do"] = "write", ["table"] = table.Name, ["how"] = how, ["rows"] = new JsonArray(row) });
        var read = (await table.GetEntityAsync<TableEntity>(Partition, "r")).Value;

        foreach (var (name, ours, _, _) in Values)
        {
            read[name].ShouldBeOfType(ours.GetType(), name);
            read[name].ShouldBe(ours, name);
        }
        read.GetInt64("NativeLarge").ShouldBe(long.MinValue);
        read.GetDateTimeOffset("NativeMoment").ShouldBe(new DateTimeOffset(2024, 2, 29, 0, 0, 0, 500, TimeSpan.Zero));
        read.GetBinary("NativeBytes").ShouldBe([255, 0]);
        read.GetDouble("WholeDouble").ShouldBe(1346);
        read.GetDouble("NotANumber").ShouldBe(double.NaN);
    }

    [Fact]
    public async Task Both_see_the_same_rows_page_by_page()
    {
        var table = await azurite.NewTableAsync();
        for (var from = 0; from < 250; from += 50)
            await table.SubmitTransactionAsync(Enumerable.Range(from, 50).Select(i => new TableTransactionAction(
                TableTransactionActionType.Add, new TableEntity(Partition, $"hàng {i.ToString("D3", CultureInfo.InvariantCulture)}") { ["N"] = i })));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and N ge {20}");

        var theirs = (await Peer.RunAsync(azurite, new JsonObject { ["do"] = "read", ["table"] = table.Name, ["filter"] = filter, ["size"] = 40 }))[0]!.AsArray();
        var ours = await table.QueryAsync<TableEntity>(filter, maxPerPage: 40).ToListAsync();

        ours.Count.ShouldBe(230);
        ours.Select(row => row.RowKey).ShouldBe(theirs.Select(row => row!["rowKey"]!.GetValue<string>()));
        ours.Select(row => row.ETag.ToString()).ShouldBe(theirs.Select(row => row!["etag"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Both_spell_a_string_in_a_filter_alike()
    {
        string[] values = ["it's", "Đà Nẵng", "x' or P ne '", "", "a\"b\\c"];
        var theirs = (await Peer.RunAsync(azurite, new JsonObject { ["do"] = "filter", ["values"] = new JsonArray([.. values.Select(v => (JsonNode)v)]) }))[0]!.AsArray();
        theirs.Select(filter => filter!.GetValue<string>()).ShouldBe(values.Select(value => TableClient.CreateQueryFilter($"P eq {value}")));
    }

    [Fact]
    public async Task A_signature_made_by_the_other_client_opens_what_it_says_and_no_more()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));
        var results = await Peer.RunAsync(azurite,
            new JsonObject { ["do"] = "signature", ["table"] = table.Name, ["permissions"] = new JsonObject { ["query"] = true } },
            new JsonObject { ["do"] = "accountSignature" });
        var reader = new TableClient(table.Uri, new AzureSasCredential(results[0]!.GetValue<string>()));
        var account = new TableServiceClient(azurite.Process.TableEndpoint, new AzureSasCredential(results[1]!.GetValue<string>()));
        var byAddress = new TableClient(new Uri($"{table.Uri.AbsoluteUri}?{results[0]!.GetValue<string>()}"));

        (await reader.GetEntityAsync<TableEntity>("p", "r")).Value.RowKey.ShouldBe("r");
        (await byAddress.QueryAsync<TableEntity>("RowKey eq 'r'").CountAsync()).ShouldBe(1);
        (await Should.ThrowAsync<RequestFailedException>(() => reader.DeleteEntityAsync("p", "r"))).Status.ShouldBe(403);
        await account.GetTableClient(table.Name).SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "s"))]);
        (await account.GetTableClient(table.Name).QueryAsync<TableEntity>().CountAsync()).ShouldBe(2);
    }
}
