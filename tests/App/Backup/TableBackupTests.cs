using Azure.Data.Tables;
using ServerlessIct.App.Backup;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Tests.Backup;

/// <summary>Copying tables and bringing them back, on the emulator.</summary>
[Collection("storage")]
public sealed class TableBackupTests(AzuriteFixture azurite)
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_lost_comes_back_as_it_was()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.UploadAsync("son-la/báo cáo 'số' 1.txt", "telecom.base_stations 5 2022\ntelecom.base_stations 6 2023\n- 7 2023");
        await app.Ingest.IngestAsync("son-la/báo cáo 'số' 1.txt", Token);
        await app.Rebuild.RunAsync(Token);
        var before = await RowsAsync(app);

        var day = await app.Get<TableBackup>().SaveAsync(Token);
        await EmptyTablesAsync(app);
        (await RowsAsync(app)).ShouldBeEmpty();
        await app.Get<TableBackup>().RestoreAsync(day, Token);

        before.Count.ShouldBeGreaterThan(5);
        (await RowsAsync(app)).ShouldBe(before);
    }

    [Fact]
    public async Task One_table_alone_can_be_brought_back()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.UploadAsync("son-la/a.txt", "telecom.base_stations 5 2022");
        await app.Ingest.IngestAsync("son-la/a.txt", Token);
        var day = await app.Get<TableBackup>().SaveAsync(Token);
        await EmptyTablesAsync(app);

        await app.Get<TableBackup>().RestoreAsync($"{day} {StorageNames.Observations}", Token);

        (await RowsAsync(app)).ShouldAllBe(r => r.StartsWith("observations ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-1-1")]
    [InlineData("2026-01-01 secrets")]
    [InlineData("../x")]
    public async Task A_request_that_names_no_day_or_no_table_is_refused(string request)
    {
        await using var app = await TestApp.StartAsync(azurite);
        await Should.ThrowAsync<ArgumentException>(() => app.Get<TableBackup>().RestoreAsync(request, Token));
    }

    [Fact]
    public void Every_type_of_property_is_kept()
    {
        var entity = new TableEntity("p'|~002F", "khoá #")
        {
            ["Text"] = "Tổng số \"trạm\"\n", ["Whole"] = 7, ["Long"] = long.MaxValue, ["Real"] = 0.1 + 0.2, ["Round"] = 3.0, ["Truth"] = true,
            ["Time"] = new DateTimeOffset(2026, 1, 31, 18, 0, 0, 123, TimeSpan.Zero), ["Id"] = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), ["Bytes"] = new byte[] { 0, 255 },
        };

        var line = EntityLine.Write(entity);
        var read = EntityLine.Read(line);

        line.ShouldNotContain("\n");
        (read.PartitionKey, read.RowKey).ShouldBe((entity.PartitionKey, entity.RowKey));
        foreach (var name in (string[])["Text", "Whole", "Long", "Real", "Round", "Truth", "Time", "Id", "Bytes"])
        {
            read[name].ShouldBe(entity[name], name);
            read[name].GetType().ShouldBe(entity[name].GetType(), name);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"partition":"a","row":"b","properties":{"x":{"decimal":"1"}}}""")]
    [InlineData("""{"partition":"a","row":"b","properties":{"x":{"int64":"many"}}}""")]
    public void A_line_that_is_no_row_is_refused(string line) => Should.Throw<FormatException>(() => EntityLine.Read(line));

    static async Task<IReadOnlyList<string>> RowsAsync(TestApp app)
    {
        var rows = new List<string>();
        foreach (var table in StorageSetup.Tables)
            await foreach (var entity in app.Get<StorageClients>().Tables.GetTableClient(table).QueryAsync<TableEntity>())
                rows.Add($"{table} {EntityLine.Write(entity)}");
        return rows;
    }

    static async Task EmptyTablesAsync(TestApp app)
    {
        foreach (var name in StorageSetup.Tables)
        {
            var table = app.Get<StorageClients>().Tables.GetTableClient(name);
            await foreach (var row in table.QueryAsync<TableEntity>()) await table.DeleteEntityAsync(row.PartitionKey, row.RowKey);
        }
    }
}
