using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace ServerlessIct.Local.Tables.Tests;

public class TransactionTests(Azurite azurite)
{
    [Fact]
    public async Task Every_kind_of_action_is_done_and_answered_in_order()
    {
        var table = await azurite.NewTableAsync();
        foreach (var key in (string[])["merge", "replace", "delete", "upsertMerge", "upsertReplace"])
            await table.AddEntityAsync(new TableEntity("p", key) { ["Old"] = 1 });
        var version = (await table.GetEntityAsync<TableEntity>("p", "merge")).Value.ETag;

        var answer = await table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, new TableEntity("p", "add") { ["New"] = "Đà Nẵng's" }),
            new(TableTransactionActionType.UpdateMerge, new TableEntity("p", "merge") { ["New"] = 1.0 }, version),
            new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "replace") { ["New"] = 1L }, ETag.All),
            new(TableTransactionActionType.Delete, new TableEntity("p", "delete")),
            new(TableTransactionActionType.UpsertMerge, new TableEntity("p", "upsertMerge") { ["New"] = 1 }),
            new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "upsertReplace") { ["New"] = 1 }),
            new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "upsertNew") { ["New"] = 1 }),
        ]);

        answer.GetRawResponse().Status.ShouldBe(202);
        answer.Value.Select(part => part.Status).ShouldAllBe(status => status == 204);
        answer.Value.Count.ShouldBe(7);
        var rows = await table.QueryAsync<TableEntity>().ToDictionaryAsync(row => row.RowKey);
        rows.Keys.Order(StringComparer.Ordinal).ShouldBe(["add", "merge", "replace", "upsertMerge", "upsertNew", "upsertReplace"]);
        rows["add"].GetString("New").ShouldBe("Đà Nẵng's");
        rows["add"].ETag.ShouldBe(answer.Value[0].Headers.ETag!.Value);
        (rows["merge"].GetInt32("Old"), rows["merge"].GetDouble("New")).ShouldBe((1, 1.0));
        (rows["replace"].GetInt32("Old"), rows["replace"].GetInt64("New")).ShouldBe((null, 1L));
        rows["upsertMerge"].GetInt32("Old").ShouldBe(1);
        rows["upsertReplace"].GetInt32("Old").ShouldBeNull();
    }

    [Theory]
    [InlineData(0, 409, "EntityAlreadyExists")]
    [InlineData(3, 409, "EntityAlreadyExists")]
    [InlineData(12, 409, "EntityAlreadyExists")]
    [InlineData(99, 409, "EntityAlreadyExists")]
    public async Task A_failure_names_its_action_and_nothing_is_written(int position, int status, string code)
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(Row(position));

        var error = await Should.ThrowAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            Enumerable.Range(0, 100).Select(i => new TableTransactionAction(TableTransactionActionType.Add, Row(i)))));

        (error.FailedTransactionActionIndex, error.Status, error.ErrorCode).ShouldBe((position, status, code));
        (await table.QueryAsync<TableEntity>().CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_stale_version_fails_the_whole_transaction()
    {
        var table = await azurite.NewTableAsync();
        var stale = (await table.AddEntityAsync(Row(1))).Headers.ETag!.Value;
        await table.UpsertEntityAsync(new TableEntity("p", "1") { ["Value"] = "newer" });

        var error = await Should.ThrowAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, Row(0)),
            new(TableTransactionActionType.UpdateReplace, Row(1), stale),
        ]));

        (error.FailedTransactionActionIndex, error.Status, error.ErrorCode).ShouldBe((1, 412, "UpdateConditionNotSatisfied"));
        (await table.QueryAsync<TableEntity>().SingleAsync()).GetString("Value").ShouldBe("newer");
    }

    [Fact]
    public async Task A_deletion_of_what_is_not_there_fails_the_whole_transaction()
    {
        var table = await azurite.NewTableAsync();

        var error = await Should.ThrowAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, Row(0)),
            new(TableTransactionActionType.Delete, Row(1)),
        ]));

        (error.FailedTransactionActionIndex, error.Status, error.ErrorCode).ShouldBe((1, 404, "ResourceNotFound"));
        (await table.QueryAsync<TableEntity>().CountAsync()).ShouldBe(0);
    }

    public static TheoryData<string, int, string, TableTransactionAction[]> RefusedBeforeSending => new()
    {
        { "101 actions", 99, "InvalidInput", [.. Enumerable.Range(0, 101).Select(i => Add(Row(i)))] },
        { "two partitions", 2, "CommandsInBatchActOnDifferentPartitions", [Add(Row(0)), Add(Row(1)), Add(new TableEntity("q", "2"))] },
        { "a row twice", 1, "InvalidDuplicateRow", [Add(Row(0)), new(TableTransactionActionType.Delete, Row(0))] },
        { "a string too long", 1, "PropertyValueTooLarge", [Add(Row(0)), Add(new TableEntity("p", "1") { ["Text"] = new string('x', 32_769) })] },
        { "a key with a slash", 0, "OutOfRangeInput", [Add(new TableEntity("a/b", "1"))] },
    };

    [Theory]
    [MemberData(nameof(RefusedBeforeSending))]
    public async Task What_a_real_account_refuses_is_refused_before_sending(string name, int index, string code, TableTransactionAction[] actions)
    {
        var stub = new StubTransport();
        var table = new TableClient(azurite.Process.ConnectionString, "t", stub.Options);

        var error = await Should.ThrowAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(actions));

        (error.FailedTransactionActionIndex, error.Status, error.ErrorCode).ShouldBe((index, 400, code), name);
        error.Message.ShouldStartWith("Refused before sending: ");
        stub.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_transaction_of_more_than_4_MiB_is_refused_before_sending()
    {
        var stub = new StubTransport();
        var table = new TableClient(azurite.Process.ConnectionString, "t", stub.Options);
        var text = new string('x', 32_000);
        var actions = Enumerable.Range(0, 70).Select(i => Add(new TableEntity("p", i.ToString(CultureInfo.InvariantCulture)) { ["A"] = text, ["B"] = text }));

        var error = await Should.ThrowAsync<RequestFailedException>(() => table.SubmitTransactionAsync(actions));

        (error.Status, error.ErrorCode).ShouldBe((413, "RequestBodyTooLarge"));
        stub.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_empty_transaction_is_a_mistake_of_the_caller() =>
        await Should.ThrowAsync<InvalidOperationException>(() => new TableClient(azurite.Process.ConnectionString, "t").SubmitTransactionAsync([]));

    [Fact]
    public async Task A_refused_signature_is_not_taken_for_a_failed_action()
    {
        var wrong = new TableSharedKeyCredential("devstoreaccount1", Convert.ToBase64String(new byte[64]));
        var table = new TableClient(azurite.Process.TableEndpoint, "t", wrong);

        var error = await Should.ThrowAsync<RequestFailedException>(() => table.SubmitTransactionAsync([Add(Row(0))]));

        error.ShouldBeOfType<RequestFailedException>();
        error.Status.ShouldBe(403);
    }

    static TableEntity Row(int i) => new("p", i.ToString(CultureInfo.InvariantCulture)) { ["Value"] = "old" };

    static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);
}
