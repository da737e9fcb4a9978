using Azure;
using Azure.Data.Tables;
using Moq;
using ServerlessIct.App.Storage;
using static System.FormattableString;

namespace ServerlessIct.App.Tests.Storage;

public sealed class EntityBatchesTests
{
    readonly List<IReadOnlyList<string>> submitted = [];

    [Fact]
    public async Task A_transaction_holds_100_rows_of_one_partition()
    {
        await EntityBatches.SubmitAsync(Table(_ => null), [.. Puts("a", 250), .. Puts("b", 3)], CancellationToken.None);

        submitted.Select(b => b.Count).ShouldBe([100, 100, 50, 3]);
        submitted.ShouldAllBe(b => b.Select(r => r[0]).Distinct().Count() == 1);
    }

    [Fact]
    public async Task A_transaction_stays_below_the_bytes_that_the_service_takes()
    {
        var action = new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity("a", "b") { ["Text"] = new string('ế', 30_000) });

        await EntityBatches.SubmitAsync(Table(_ => null), Enumerable.Repeat(action, 50), CancellationToken.None);

        submitted.Select(b => b.Count).ShouldBe([17, 17, 16]);
    }

    [Theory]
    [InlineData(412)]
    [InlineData(503)]
    [InlineData(404)]
    public async Task A_transaction_that_fails_is_told_and_no_further_one_is_sent(int status)
    {
        var table = Table(number => number == 2 ? Failed(status, index: 7) : null);

        var e = await Should.ThrowAsync<RequestFailedException>(() => EntityBatches.SubmitAsync(table, Puts("a", 250), CancellationToken.None));

        e.Status.ShouldBe(status);
        submitted.Count.ShouldBe(2);
        StorageRetries.IsWorthRepeating(e).ShouldBeTrue();
    }

    [Fact]
    public async Task Rows_to_be_deleted_that_are_gone_are_left_out_and_the_rest_is_sent_again()
    {
        var table = Table(number => number switch { 1 => Failed(404, index: 5), 2 => Failed(404, index: 0), _ => null });

        await EntityBatches.SubmitAsync(table, Deletes("a", 8), CancellationToken.None);

        submitted.Select(b => b.Count).ShouldBe([8, 7, 6]);
        submitted[^1].ShouldBe(["a1", "a2", "a3", "a4", "a6", "a7"]);
    }

    [Fact]
    public async Task Rows_that_are_all_gone_leave_nothing_to_send()
    {
        await EntityBatches.SubmitAsync(Table(_ => Failed(404, index: 0)), Deletes("a", 3), CancellationToken.None);

        submitted.Select(b => b.Count).ShouldBe([3, 2, 1]);
    }

    [Fact]
    public void A_missing_table_is_no_lost_race()
    {
        StorageRetries.IsLostRace(new RequestFailedException(404, "", "TableNotFound", null)).ShouldBeFalse();
        StorageRetries.IsLostRace(new RequestFailedException(404, "", "ResourceNotFound", null)).ShouldBeTrue();
    }

    static IEnumerable<TableTransactionAction> Puts(string partition, int count) => Enumerable.Range(0, count)
        .Select(i => new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(partition, Invariant($"{i}"))));

    static IEnumerable<TableTransactionAction> Deletes(string partition, int count) => Enumerable.Range(0, count)
        .Select(i => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, Invariant($"{i}")), ETag.All));

    static TableTransactionFailedException Failed(int status, int index) =>
        new(new RequestFailedException(status, "It failed.", "ResourceNotFound", null) { Data = { ["FailedEntity"] = Invariant($"{index}") } });

    /// <summary>A table that notes what is submitted; some of it fails, by its number from 1.</summary>
    TableClient Table(Func<int, Exception?> fault)
    {
        var table = new Mock<TableClient>();
        table.Setup(t => t.SubmitTransactionAsync(It.IsAny<IEnumerable<TableTransactionAction>>(), It.IsAny<CancellationToken>()))
            .Returns((IEnumerable<TableTransactionAction> batch, CancellationToken _) =>
            {
                submitted.Add([.. batch.Select(a => a.Entity.PartitionKey + a.Entity.RowKey)]);
                return fault(submitted.Count) is { } e
                    ? Task.FromException<Response<IReadOnlyList<Response>>>(e)
                    : Task.FromResult(Mock.Of<Response<IReadOnlyList<Response>>>());
            });
        return table.Object;
    }
}
