using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace ServerlessIct.Local.Tables.Tests;

public class ConditionTests(Azurite azurite)
{
    [Theory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public async Task An_update_of_a_version_that_is_gone_is_refused(TableUpdateMode mode)
    {
        var table = await azurite.NewTableAsync();
        var added = await table.AddEntityAsync(new TableEntity("p", "r") { ["Value"] = 1 });
        var stale = added.Headers.ETag!.Value;
        var updated = await table.UpdateEntityAsync(new TableEntity("p", "r") { ["Value"] = 2 }, stale, mode);

        var error = await Should.ThrowAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(new TableEntity("p", "r") { ["Value"] = 3 }, stale, mode));

        (error.Status, error.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied).ShouldBe((412, true));
        var row = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        row.GetInt32("Value").ShouldBe(2);
        row.ETag.ShouldBe(updated.Headers.ETag!.Value);
    }

    [Fact]
    public async Task A_deletion_of_a_version_that_is_gone_is_refused_and_one_without_a_version_is_not()
    {
        var table = await azurite.NewTableAsync();
        var stale = (await table.AddEntityAsync(new TableEntity("p", "r"))).Headers.ETag!.Value;
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["Value"] = 2 });

        var error = await Should.ThrowAsync<RequestFailedException>(() => table.DeleteEntityAsync("p", "r", stale));
        var row = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        (error.Status, error.ErrorCode).ShouldBe((412, "UpdateConditionNotSatisfied"));
        (await table.DeleteEntityAsync(row, row.ETag)).Status.ShouldBe(204);
        (await table.DeleteEntityAsync(row)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_merge_keeps_other_properties_and_a_replacement_does_not()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 1 });

        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 2, ["B"] = null });
        var merged = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 3 }, TableUpdateMode.Replace);
        var replaced = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        (merged.GetInt32("A"), merged.GetInt32("B")).ShouldBe((2, 1));
        (replaced.GetInt32("A"), replaced.GetInt32("B")).ShouldBe((3, null));
    }

    [Fact]
    public async Task What_is_there_cannot_be_added_and_what_is_not_cannot_be_updated_or_read()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));

        await Refused(409, "EntityAlreadyExists", () => table.AddEntityAsync(new TableEntity("p", "r")));
        await Refused(404, "ResourceNotFound", () => table.UpdateEntityAsync(new TableEntity("p", "no"), ETag.All));
        await Refused(404, "ResourceNotFound", () => table.GetEntityAsync<TableEntity>("p", "no"));
        var absent = await table.GetEntityIfExistsAsync<TableEntity>("p", "no");
        (absent.HasValue, absent.GetRawResponse().Status).ShouldBe((false, 404));
        Should.Throw<InvalidOperationException>(() => absent.Value);
    }

    [Fact]
    public async Task A_row_that_was_read_can_be_written_back_as_it_is()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Text"] = "một", ["Number"] = 1.0, ["Large"] = 1L, ["At"] = DateTimeOffset.UnixEpoch });
        var row = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        row["Text"] = "hai";
        await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
        var again = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        (again.GetString("Text"), again.GetDouble("Number"), again.GetInt64("Large")).ShouldBe(("hai", 1.0, 1L));
        again.Count.ShouldBe(row.Count);
    }

    [Fact]
    public async Task An_update_must_name_a_version()
    {
        var table = new TableClient(azurite.Process.ConnectionString, "never");
        await Should.ThrowAsync<ArgumentException>(() => table.UpdateEntityAsync(new TableEntity("p", "r"), default));
    }

    [Fact]
    public async Task Tables_are_created_once_and_deleted_once()
    {
        var table = azurite.Service.GetTableClient(azurite.FreeTableName());

        (await table.CreateIfNotExistsAsync()).GetRawResponse().Status.ShouldBe(204);
        var again = await table.CreateIfNotExistsAsync();
        (again.Value.Name, again.GetRawResponse().Status).ShouldBe((table.Name, 409));
        await Refused(409, "TableAlreadyExists", () => table.CreateAsync());
        (await azurite.Service.CreateTableIfNotExistsAsync(table.Name)).Value.Name.ShouldBe(table.Name);
        (await table.DeleteAsync()).Status.ShouldBe(204);
        (await azurite.Service.DeleteTableAsync(table.Name)).Status.ShouldBe(404);
        await Refused(404, "TableNotFound", () => table.AddEntityAsync(new TableEntity("p", "r")));
    }

    static async Task Refused(int status, string code, Func<Task> action)
    {
        var error = await Should.ThrowAsync<RequestFailedException>(action);
        (error.Status, error.ErrorCode).ShouldBe((status, code), error.Message);
    }
}
