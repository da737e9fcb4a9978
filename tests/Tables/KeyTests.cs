using Azure;
using Azure.Data.Tables;

namespace ServerlessIct.Local.Tables.Tests;

public class KeyTests(Azurite azurite)
{
    public static TheoryData<string, string> Keys => new()
    {
        { "plain", "key" },
        { "empty", "" },
        { "a quote", "it's" },
        { "only quotes", "'''" },
        { "a double quote", "say \"yes\"" },
        { "Vietnamese", "sóc-trăng|Trạm BTS Đà Nẵng" },
        { "decomposed Vietnamese", "ho\u0300a" },
        { "outside the basic plane", "𠮷🇻🇳" },
        { "percent and plus", "100%25+1 %2F" },
        { "signs of a query", "a&b=c;d,e" },
        { "dots", ".." },
        { "a blank at either end", " a " },
        { "an operator", "x' or RowKey ne '" },
    };

    // Azurite 3.35.0 takes the key of a transaction's part for what lies between the first RowKey=' and the last '), so not in transactions.
    public static TheoryData<string, string> KeysOutsideTransactions => new(Keys) { { "brackets", "(PartitionKey='a',RowKey='b')" } };

    [Theory]
    [MemberData(nameof(KeysOutsideTransactions))]
    public async Task A_row_is_found_changed_and_deleted_by_any_key(string name, string key)
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity(key, key) { ["Step"] = 1 });
        await table.AddEntityAsync(new TableEntity(key, key + "x") { ["Step"] = 0 });

        (await table.GetEntityAsync<TableEntity>(key, key)).Value.RowKey.ShouldBe(key, name);
        await table.UpdateEntityAsync(new TableEntity(key, key) { ["Step"] = 2 }, ETag.All);
        await table.UpsertEntityAsync(new TableEntity(key, key) { ["More"] = true });
        var row = (await table.GetEntityAsync<TableEntity>(key, key)).Value;
        (row.PartitionKey, row.GetInt32("Step"), row.GetBoolean("More")).ShouldBe((key, 2, true));
        (await table.DeleteEntityAsync(key, key)).Status.ShouldBe(204);
        (await table.GetEntityIfExistsAsync<TableEntity>(key, key)).HasValue.ShouldBeFalse();
        (await table.GetEntityIfExistsAsync<TableEntity>(key, key + "x")).HasValue.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_filter_finds_any_key_and_no_other(string name, string key)
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity(key, "1"));
        await table.AddEntityAsync(new TableEntity("other", "2"));

        var rows = await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {key}")).ToListAsync();

        rows.ShouldHaveSingleItem(name).PartitionKey.ShouldBe(key, name);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_transaction_writes_and_deletes_any_key(string name, string key)
    {
        var table = await azurite.NewTableAsync();
        await table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, new TableEntity(key, key)),
            new(TableTransactionActionType.UpsertReplace, new TableEntity(key, key + "2") { ["Text"] = key }),
        ]);
        (await table.GetEntityAsync<TableEntity>(key, key + "2")).Value.GetString("Text").ShouldBe(key, name);

        await table.SubmitTransactionAsync([new(TableTransactionActionType.Delete, new TableEntity(key, key))]);

        (await table.QueryAsync<TableEntity>().ToListAsync()).ShouldHaveSingleItem(name).RowKey.ShouldBe(key + "2", name);
    }
}
