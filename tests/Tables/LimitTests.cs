using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace ServerlessIct.Local.Tables.Tests;

public class LimitTests(Azurite azurite)
{
    public static TheoryData<string, TableEntity, string> TooMuch => new()
    {
        { "a string of 32,769 characters", new TableEntity("p", "r") { ["Text"] = new string('ă', 32_769) }, "PropertyValueTooLarge" },
        { "a string of 32,770 UTF-16 units", new TableEntity("p", "r") { ["Text"] = string.Concat(Enumerable.Repeat("𠮷", 16_385)) }, "PropertyValueTooLarge" },
        { "65,537 bytes", new TableEntity("p", "r") { ["Bytes"] = new byte[65_537] }, "PropertyValueTooLarge" },
        { "253 properties", Row(253), "TooManyProperties" },
        { "a partition key of 1,025 characters", new TableEntity(new string('k', 1025), "r"), "KeyValueTooLarge" },
        { "a row key of 1,025 characters", new TableEntity("p", new string('k', 1025)), "KeyValueTooLarge" },
        { "a slash", new TableEntity("p", "a/b"), "OutOfRangeInput" },
        { "a backslash", new TableEntity("p", "a\\b"), "OutOfRangeInput" },
        { "a number sign", new TableEntity("a#b", "r"), "OutOfRangeInput" },
        { "a question mark", new TableEntity("a?b", "r"), "OutOfRangeInput" },
        { "a zero character", new TableEntity("p", "a\0b"), "OutOfRangeInput" },
        { "a line break", new TableEntity("p", "a\nb"), "OutOfRangeInput" },
        { "a control character beyond ASCII", new TableEntity("p", "a\u0085b"), "OutOfRangeInput" },
        { "a date before 1601", new TableEntity("p", "r") { ["At"] = default(DateTimeOffset) }, "OutOfRangeInput" },
        { "a name with a hyphen", new TableEntity("p", "r") { ["a-b"] = 1 }, "PropertyNameInvalid" },
        { "a name that begins with a digit", new TableEntity("p", "r") { ["1a"] = 1 }, "PropertyNameInvalid" },
        { "a name of 256 characters", new TableEntity("p", "r") { [new string('n', 256)] = 1 }, "PropertyNameTooLong" },
        { "more than 1 MiB", Wide(17, 32_000), "EntityTooLarge" },
    };

    [Theory]
    [MemberData(nameof(TooMuch))]
    public async Task What_the_service_refuses_is_refused_before_sending(string name, TableEntity entity, string code)
    {
        var stub = new StubTransport();
        var table = new TableClient(azurite.Process.ConnectionString, "t", stub.Options);

        foreach (var write in (Func<Task>[])[() => table.AddEntityAsync(entity), () => table.UpsertEntityAsync(entity), () => table.UpdateEntityAsync(entity, ETag.All)])
        {
            var error = await Should.ThrowAsync<RequestFailedException>(write, name);
            (error.Status, error.ErrorCode).ShouldBe((400, code), name);
            error.Message.ShouldStartWith("Refused before sending: ");
        }
        stub.Sent.ShouldBeEmpty();
    }

    public static TheoryData<string, TableEntity> JustEnough => new()
    {
        { "252 properties", Row(252) },
        { "keys of 512 characters, the most the emulator takes", new TableEntity(new string('k', 512), new string('ế', 512)) },
        { "names in Vietnamese", new TableEntity("p", "r") { ["Tỉnh_thành2"] = 1, ["_"] = 2 } },
        { "nearly 1 MiB", Wide(16, 32_000) },
    };

    [Theory]
    [MemberData(nameof(JustEnough))]
    public async Task What_the_service_takes_is_sent(string name, TableEntity entity)
    {
        var table = await azurite.NewTableAsync();
        (await table.AddEntityAsync(entity)).Status.ShouldBe(204, name);
        (await table.GetEntityAsync<TableEntity>(entity.PartitionKey, entity.RowKey)).Value.Count.ShouldBe(entity.Count + 2, name);
    }

    [Fact]
    public async Task Properties_that_are_null_are_not_counted()
    {
        var entity = Row(252);
        entity["Nothing"] = null;
        var table = await azurite.NewTableAsync();
        (await table.AddEntityAsync(entity)).Status.ShouldBe(204);
    }

    static TableEntity Row(int properties) => Fill(new TableEntity("p", "r"), properties, 1);

    static TableEntity Wide(int properties, int characters) => Fill(new TableEntity("p", "r"), properties, new string('x', characters));

    static TableEntity Fill(TableEntity row, int properties, object value)
    {
        for (var i = 0; i < properties; i++) row["P" + i.ToString(CultureInfo.InvariantCulture)] = value;
        return row;
    }
}
