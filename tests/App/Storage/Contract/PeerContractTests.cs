using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using ServerlessIct.App.Ingest;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;

namespace ServerlessIct.App.Tests.Storage.Contract;

/// <summary>What we store is no private matter: other clients read it, and what they store we read.</summary>
[Collection("storage")]
public sealed class PeerContractTests(AzuriteFixture azurite)
{
    const string Words = "Số trạm BTS: 1.422 (tăng 76 trạm), 'nháy' \"kép\"\n𠮷";
    const string Moment = "2023-12-31T23:59:59.1234567Z";

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_observation_is_the_same_to_another_client_that_reads_or_writes_it()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var table = app.Get<ObservationTable>();
        var record = Samples.Observation(7, "it's 100% Đ/[+]", Words) with { ReceivedAt = DateTimeOffset.Parse(Moment, CultureInfo.InvariantCulture) };
        record = record with { Observation = record.Observation with { Value = -29.40m, Period = Period.OfSpan(2021, 2025) } };
        await table.ReplaceAsync([record], [], Token);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Samples.Province} and Label eq {Words} and Year ge {2021}");

        var results = await Peer.TablesAsync(app,
            Command("get", ("table", StorageNames.Observations), ("partitionKey", Samples.Province), ("rowKey", record.Address().RowKey)),
            Command("read", ("table", StorageNames.Observations), ("filter", filter)));

        foreach (var row in (JsonNode[])[results[0]!, results[1]!.AsArray().ShouldHaveSingleItem()!])
        {
            row["rowKey"]!.GetValue<string>().ShouldBe("it's 100~0025 Đ~002F[~002B]|2021~002F2025|actual|d|000007");
            Property(row, "Value").ShouldBe(("String", "-29.40"));
            Property(row, "Year").ShouldBe(("Int32", "2021"));
            Property(row, "SentenceText").ShouldBe(("String", Words));
            Property(row, "ReceivedAt").ShouldBe(("DateTime", Moment));
        }

        // The other client writes the row back under another number.
        var copy = results[0]!.DeepClone().AsObject();
        copy["rowKey"] = record.Address().RowKey.Replace("000007", "000008", StringComparison.Ordinal);
        foreach (var name in (string[])["etag", "odata.metadata", "timestamp"]) copy.Remove(name);
        copy["Ordinal"] = 8;
        await Peer.TablesAsync(app, Command("write", ("table", StorageNames.Observations), ("rows", new JsonArray(copy))));

        var read = await table.OfSeriesAsync(Samples.Province, [record.Observation.Indicator!], Token).ToListAsync(Token);
        read.Select(o => o.Ordinal).ShouldBe([7, 8]);
        foreach (var observation in await table.OfNumberAsync(new SeriesKey(Samples.Province, record.Observation.Indicator!), Period.OfSpan(2021, 2025), Token).ToListAsync(Token))
            Samples.Json(observation with { Ordinal = 7 }).ShouldBe(Samples.Json(record));
    }

    [Fact]
    public async Task The_rows_of_a_manifest_are_compressed_lines_to_any_client()
    {
        await using var app = await TestApp.StartAsync(azurite);
        RowAddress[] rows = [new("ca-mau", "Đ|2023"), new("soc-trang", "it's|2023")];
        var manifest = await app.Documents.SaveAsync(Samples.Manifest("sóc trăng/2023.txt") with { Bytes = 5, Settled = false, Rows = rows.ToHashSet() }, Token);

        var row = (await Peer.TablesAsync(app,
            Command("get", ("table", StorageNames.Documents), ("partitionKey", DocumentId.Bucket(manifest.Id)), ("rowKey", manifest.Id))))[0]!;

        Property(row, "Name").ShouldBe(("String", "sóc trăng/2023.txt"));
        Property(row, "Bytes").ShouldBe(("Int64", "5"));
        Property(row, "Settled").ShouldBe(("Boolean", "false"));
        var (type, value) = Property(row, "Rows0");
        type.ShouldBe("Binary");
        using var lines = new StreamReader(new GZipStream(new MemoryStream(Convert.FromBase64String(value)), CompressionMode.Decompress), Encoding.UTF8);
        (await lines.ReadToEndAsync(Token)).ShouldBe("ca-mau\tĐ|2023\nsoc-trang\tit's|2023");
    }

    [Fact]
    public async Task Both_see_the_same_rows_page_by_page()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.Get<ObservationTable>().ReplaceAsync(Enumerable.Range(0, 1_050).Select(i => Samples.Observation(i, "it's Đ")), [], Token);
        var (from, before) = TableKey.Range("it's Đ");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Samples.Province} and RowKey ge {from} and RowKey lt {before}");

        var theirs = (await Peer.TablesAsync(app, Command("read", ("table", StorageNames.Observations), ("filter", filter), ("size", 400))))[0]!.AsArray();

        var ours = await app.Get<ObservationTable>().AllAsync(Samples.Province, "it's Đ", null, Token).Select(o => o.Address().RowKey).ToListAsync(Token);
        ours.Count.ShouldBe(1_050);
        theirs.Select(row => row!["rowKey"]!.GetValue<string>()).ShouldBe(ours);
    }

    [Theory]
    [InlineData("soc-trang/báo cáo.txt")]
    [InlineData("soc-trang/it's 100% + #1 ?.txt")]
    [InlineData("Sóc Trăng/🇻🇳 \"2023\" (1)!*.txt")]
    public async Task A_blob_and_its_metadata_are_the_same_to_another_client_that_reads_or_writes_it(string name)
    {
        await using var app = await TestApp.StartAsync(azurite);
        var blobs = app.Get<DocumentBlobs>();
        var said = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["province"] = "soc-trang", ["year"] = "2023", ["title"] = "Tổng kết 'cuối năm' (2023)! 100% + 🇻🇳", ["source"] = "Sở Thông tin và Truyền thông",
        };
        await using (var content = new MemoryStream(Encoding.UTF8.GetBytes(Words)))
            await blobs.UploadAsync(name, content, "text/plain; charset=utf-8", BlobHints.ToMetadata(said), onlyNew: true, Token);
        var metadata = new JsonObject([.. said.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)s.Value))]);

        var results = await Peer.BlobsAsync(azurite, StorageNames.Articles,
            Command("get", ("name", name)),
            Command("put", ("name", "theirs/" + name), ("text", Words), ("metadata", metadata)));

        results[0]!["text"]!.GetValue<string>().ShouldBe(Words);
        foreach (var (key, value) in said) results[0]!["metadata"]![key]!.GetValue<string>().ShouldBe(value, key);
        var theirs = (await blobs.FindAsync("theirs/" + name, Token)).ShouldNotBeNull();
        BlobHints.Of(theirs).ShouldBe(new DocumentHints("soc-trang", 2023, said["title"], said["source"]));
        Encoding.UTF8.GetString(await blobs.DownloadAsync(theirs, Token)).ShouldBe(Words);
    }

    [Fact]
    public async Task The_reason_of_a_rejection_is_metadata_that_any_client_can_decode()
    {
        await using var app = await TestApp.StartAsync(azurite);
        const string name = "soc-trang/báo cáo's 100%.txt", reason = "Tệp \"báo cáo\" không đọc được: 100% + 1's.";
        await app.UploadAsync(name, "x");
        var blob = (await app.Get<DocumentBlobs>().FindAsync(name, Token))!;
        await app.Get<DocumentBlobs>().SaveRejectedAsync("id", blob, reason, Token);

        var copy = (await Peer.BlobsAsync(azurite, StorageNames.Rejected, Command("get", ("name", "id/original"))))[0]!;

        (copy["metadata"]!["reason"]!.GetValue<string>(), copy["metadata"]!["name"]!.GetValue<string>()).ShouldBe((reason, name));
    }

    static JsonObject Command(string action, params ReadOnlySpan<(string Name, JsonNode Value)> more)
    {
        var command = new JsonObject { ["do"] = action };
        foreach (var (name, value) in more) command[name] = value;
        return command;
    }

    static (string Type, string Value) Property(JsonNode row, string name) =>
        (row[name]!["type"]!.GetValue<string>(), row[name]!["value"]!.ToString());
}
