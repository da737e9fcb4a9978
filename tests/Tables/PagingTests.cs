using System.Globalization;
using System.Net;
using Azure.Data.Tables;
using ServerlessIct.Local.Azurite;

namespace ServerlessIct.Local.Tables.Tests;

public class PagingTests(Azurite azurite)
{
    [Theory]
    [InlineData(null, 1, 1005)]
    [InlineData(100, 11, 1005)]
    [InlineData(1000, 2, 1005)]
    public async Task Every_row_comes_once_and_in_order_whatever_the_size_of_a_page(int? size, int leastPages, int rows)
    {
        var table = await azurite.NewTableAsync();
        var keys = Enumerable.Range(0, rows).Select(i => i.ToString("D5", CultureInfo.InvariantCulture)).ToList();
        foreach (var chunk in keys.Chunk(100))
            await table.SubmitTransactionAsync(chunk.Select(key => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("Đà Nẵng's", key))));

        var pages = await table.QueryAsync<TableEntity>("PartitionKey eq 'Đà Nẵng''s'", size).AsPages().ToListAsync();

        pages.Count.ShouldBeGreaterThanOrEqualTo(leastPages);
        pages.SelectMany(page => page.Values).Select(row => row.RowKey).ShouldBe(keys);
        pages[^1].ContinuationToken.ShouldBeNull();
        pages.ShouldAllBe(page => page.Values.Count <= (size ?? 1000));
    }

    [Fact]
    public async Task A_token_kept_by_a_caller_goes_on_where_it_was_given()
    {
        var table = await azurite.NewTableAsync();
        await table.SubmitTransactionAsync(Enumerable.Range(0, 10).Select(i => new TableTransactionAction(
            TableTransactionActionType.Add, new TableEntity("p", i.ToString(CultureInfo.InvariantCulture)))));
        var first = await table.QueryAsync<TableEntity>(maxPerPage: 4).AsPages().FirstAsync();

        var rest = await table.QueryAsync<TableEntity>(maxPerPage: 4).AsPages(first.ContinuationToken, pageSizeHint: 6).ToListAsync();

        rest.ShouldHaveSingleItem().Values.Select(row => row.RowKey).ShouldBe(["4", "5", "6", "7", "8", "9"]);
    }

    [Fact]
    public async Task Only_what_is_selected_comes()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2 });

        var row = await table.QueryAsync<TableEntity>(select: ["RowKey", "B"]).FirstAsync();

        (row.RowKey, row.GetInt32("B"), row.ContainsKey("A")).ShouldBe(("r", 2, false));
        (await table.GetEntityAsync<TableEntity>("p", "r", ["A"])).Value.ContainsKey("B").ShouldBeFalse();
    }

    [Fact]
    public async Task An_empty_page_is_not_the_end()
    {
        const string row = """{"value":[{"odata.etag":"W/\"1\"","PartitionKey":"p","RowKey":"r","Timestamp":"2024-01-01T00:00:00Z"}]}""";
        const string none = """{"value":[]}""";
        var stub = new StubTransport(
            new StubAnswer(HttpStatusCode.OK, none, ("x-ms-continuation-NextPartitionKey", "1!8!a b+/"), ("x-ms-continuation-NextRowKey", "1!4!r=")),
            new StubAnswer(HttpStatusCode.OK, none, ("x-ms-continuation-NextPartitionKey", "1!8!next")),
            new StubAnswer(HttpStatusCode.OK, row, ("x-ms-continuation-NextPartitionKey", "last"), ("x-ms-continuation-NextRowKey", "")),
            new StubAnswer(HttpStatusCode.OK, none));
        var table = new TableClient(azurite.Process.ConnectionString, "t", stub.Options);

        var rows = await table.QueryAsync<TableEntity>("A eq 'Đ'", 7, ["RowKey"]).ToListAsync();

        rows.ShouldHaveSingleItem().RowKey.ShouldBe("r");
        stub.Sent.Select(request => request.Uri.Query).ShouldBe(
        [
            "?$filter=A%20eq%20%27%C4%90%27&$top=7&$select=RowKey",
            "?$filter=A%20eq%20%27%C4%90%27&$top=7&$select=RowKey&NextPartitionKey=1%218%21a%20b%2B%2F&NextRowKey=1%214%21r%3D",
            "?$filter=A%20eq%20%27%C4%90%27&$top=7&$select=RowKey&NextPartitionKey=1%218%21next",
            "?$filter=A%20eq%20%27%C4%90%27&$top=7&$select=RowKey&NextPartitionKey=last",
        ]);
    }

    [Fact]
    public async Task A_query_stops_when_it_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "1"));
        await table.AddEntityAsync(new TableEntity("p", "2"));
        var seen = 0;

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var row in table.QueryAsync<TableEntity>(maxPerPage: 1).WithCancellation(stop.Token))
            {
                seen++;
                await stop.CancelAsync();
            }
        });

        seen.ShouldBe(1);
    }

    [Fact]
    public async Task The_tables_of_an_account_are_listed_page_by_page()
    {
        await using var own = await AzuriteProcess.StartAsync();
        var service = new TableServiceClient(own.ConnectionString);
        foreach (var name in (string[])["beta", "alpha", "gamma"]) await service.CreateTableAsync(name);

        (await service.QueryAsync(maxPerPage: 2).Select(table => table.Name).ToListAsync()).ShouldBe(["alpha", "beta", "gamma"]);
        (await service.QueryAsync("TableName eq 'beta'").Select(table => table.Name).ToListAsync()).ShouldBe(["beta"]);
    }
}
