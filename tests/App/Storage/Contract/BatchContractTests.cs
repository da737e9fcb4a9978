using Azure;
using Azure.Data.Tables;
using Moq;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Tests.Storage.Contract;

/// <summary>What goes in one transaction, and what is left when one fails.</summary>
[Collection("storage")]
public sealed class BatchContractTests(AzuriteFixture azurite)
{
    const int MiB = 1024 * 1024;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    [InlineData(99)]
    [InlineData(0, 1, 2)]
    [InlineData(3, 57, 98, 99)]
    public async Task Rows_that_are_gone_already_are_no_error_and_the_rest_is_written(params int[] missing)
    {
        await using var app = await TestApp.StartAsync(azurite);
        var table = Table(app);
        var stale = missing.ToDictionary(i => i, i => Row(1_000 + i));
        var actions = Enumerable.Range(0, 100).Select(i => stale.TryGetValue(i, out var gone) ? Delete(gone) : Upsert(Row(i)));

        await EntityBatches.SubmitAsync(table, actions, Token);

        (await KeysAsync(table)).ShouldBe(Enumerable.Range(0, 100).Except(missing).Select(Key));
    }

    [Theory]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(250, 3)]
    public async Task A_hundred_operations_go_at_once_and_no_more(int rows, int transactions)
    {
        await using var app = await TestApp.StartAsync(azurite);
        app.Traffic.Reset();

        await EntityBatches.SubmitAsync(Table(app), Enumerable.Range(0, rows).Select(i => Upsert(Row(i))), Token);

        (app.Traffic.Requests, app.Traffic.RowsWritten).ShouldBe((transactions, rows));
        (await KeysAsync(Table(app))).Count.ShouldBe(rows);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("ế")]
    [InlineData("🇻🇳")]
    [InlineData("\"")]
    public async Task A_transaction_of_long_texts_stays_under_4_MiB(string letter)
    {
        await using var app = await TestApp.StartAsync(azurite);
        var text = string.Concat(Enumerable.Repeat(letter, 32_000 / letter.Length));
        var largest = 0L;
        app.Tap.Before = request =>
        {
            if (request.Content is { } content && content.TryComputeLength(out var length)) largest = Math.Max(largest, length);
            return Task.CompletedTask;
        };

        await EntityBatches.SubmitAsync(Table(app), Enumerable.Range(0, 100).Select(i => Upsert(new TableEntity("p", Key(i)) { ["A"] = text, ["B"] = text })), Token);

        largest.ShouldBeInRange(MiB / 2, 4 * MiB);
        (await KeysAsync(Table(app))).Count.ShouldBe(100);
    }

    public static TheoryData<string, int> Failures => new()
    {
        { "an addition of what is there", 409 },
        { "a change of a version that is gone", 412 },
        { "a deletion of a version that is gone", 412 },
        { "a change of what is not there", 404 },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Any_other_failure_is_told_with_its_action_and_its_transaction_leaves_nothing(string name, int status)
    {
        await using var app = await TestApp.StartAsync(azurite);
        var table = Table(app);
        await table.AddEntityAsync(Row(7), Token);
        var stale = (await table.GetEntityAsync<TableEntity>("p", Key(7), cancellationToken: Token)).Value.ETag;
        await table.UpsertEntityAsync(new TableEntity("p", Key(7)) { ["Newer"] = true }, TableUpdateMode.Replace, Token);
        var failing = name switch
        {
            "an addition of what is there" => new TableTransactionAction(TableTransactionActionType.Add, Row(7)),
            "a change of a version that is gone" => new TableTransactionAction(TableTransactionActionType.UpdateReplace, Row(7), stale),
            "a deletion of a version that is gone" => new TableTransactionAction(TableTransactionActionType.Delete, Row(7), stale),
            _ => new TableTransactionAction(TableTransactionActionType.UpdateReplace, Row(500), ETag.All),
        };

        var error = await Should.ThrowAsync<TableTransactionFailedException>(() => EntityBatches.SubmitAsync(
            table, Enumerable.Range(100, 130).Select(i => i == 215 ? failing : Upsert(Row(i))), Token));

        (error.Status, error.FailedTransactionActionIndex).ShouldBe((status, 15), name);
        (await KeysAsync(table)).ShouldBe([Key(7), .. Enumerable.Range(100, 100).Select(Key)], name);
        (await table.GetEntityAsync<TableEntity>("p", Key(7), cancellationToken: Token)).Value.GetBoolean("Newer").ShouldBe(true);
    }

    [Theory]
    [InlineData(503, null)]
    [InlineData(404, null)]
    [InlineData(404, 1)]
    [InlineData(404, 100)]
    public async Task A_failure_that_names_no_deletion_ends_the_work_where_it_is(int status, int? index)
    {
        var table = new Mock<TableClient>();
        var calls = 0;
        table.Setup(t => t.SubmitTransactionAsync(It.IsAny<IEnumerable<TableTransactionAction>>(), It.IsAny<CancellationToken>()))
            .Returns(() => ++calls == 2
                ? throw new TableTransactionFailedException(Failure(status, index))
                : Task.FromResult(Mock.Of<Response<IReadOnlyList<Response>>>()));

        var error = await Should.ThrowAsync<TableTransactionFailedException>(
            () => EntityBatches.SubmitAsync(table.Object, Enumerable.Range(0, 300).Select(i => i == 100 ? Delete(Row(i)) : Upsert(Row(i))), Token));

        (error.Status, error.FailedTransactionActionIndex, calls).ShouldBe((status, index, 2));
    }

    /// <summary>The service names the action at the beginning of the message.</summary>
    static RequestFailedException Failure(int status, int? index)
    {
        var error = new RequestFailedException(status, "Failed.", "Code", null);
        if (index is { } at) error.Data["FailedEntity"] = at.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return error;
    }

    static TableClient Table(TestApp app) => app.Get<StorageClients>().Tables.GetTableClient(StorageNames.Observations);

    static async Task<IReadOnlyList<string>> KeysAsync(TableClient table) =>
        await table.QueryAsync<TableEntity>(select: ["RowKey"], cancellationToken: Token).Select(r => r.RowKey).ToListAsync(Token);

    static string Key(int row) => row.ToString("D4", System.Globalization.CultureInfo.InvariantCulture);

    static TableEntity Row(int row) => new("p", Key(row)) { ["Value"] = row };

    static TableTransactionAction Upsert(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);

    static TableTransactionAction Delete(TableEntity row) => new(TableTransactionActionType.Delete, row, ETag.All);
}
