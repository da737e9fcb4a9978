using Azure.Data.Tables;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Tests.Storage;

public sealed class TableEntitiesTests
{
    [Fact]
    public void What_has_no_value_is_left_out_and_so_is_a_date_that_the_service_refuses()
    {
        var entity = TableEntities.Of("a", "b", ("Text", null), ("Date", default(DateTimeOffset)), ("Known", DateTimeOffset.UnixEpoch), ("Count", 0));

        ((IDictionary<string, object>)entity).Keys.Except(["PartitionKey", "RowKey"], StringComparer.Ordinal).ShouldBe(["Known", "Count"], ignoreOrder: true);
        new TableEntity(entity).GetDateTimeOffset("Date").ShouldBeNull();
    }
}
