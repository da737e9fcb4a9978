using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace ServerlessIct.Local.Tables.Tests;

public class PropertyTypeTests(Azurite azurite)
{
    public static TheoryData<string, object> Values => new()
    {
        { "text", "Sóc Trăng: tăng 29,4% so với cùng kỳ" },
        { "text with every quote", "it's \"quoted\" \\ and 'so on'" },
        { "text with line breaks and a tab", "một\r\nhai\n\tba" },
        { "text outside the basic plane", "𠮷 🇻🇳" },
        { "decomposed text", "hòa" },
        { "empty text", "" },
        { "text that looks like a date", "2023-01-02T03:04:05Z" },
        { "the longest text", new string('ă', 32_768) },
        { "yes", true },
        { "no", false },
        { "the largest int", int.MaxValue },
        { "the smallest int", int.MinValue },
        { "zero", 0 },
        { "the largest long", long.MaxValue },
        { "the smallest long", long.MinValue },
        { "a long that would fit an int", 5L },
        { "a double", 29.4 },
        { "a double that is whole", 1346.0 },
        { "negative zero", -0.0 },
        { "a double beyond long", 1.7976931348623157e308 },
        { "the smallest double", double.Epsilon },
        { "a moment", new DateTimeOffset(2023, 12, 31, 23, 59, 59, TimeSpan.Zero).AddTicks(1_234_567) },
        { "the earliest moment", new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero) },
        { "a guid", Guid.Parse("7b1f3b2e-8a54-4d0a-9a6e-0d8f2c1b5e77") },
        { "bytes", new byte[] { 0, 1, 127, 128, 255 } },
        { "no bytes", Array.Empty<byte>() },
        { "the most bytes", Enumerable.Range(0, 65_536).Select(i => (byte)i).ToArray() },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_comes_back_with_its_type(string name, object value)
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Value"] = value });

        var row = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        row["Value"].ShouldBeOfType(value.GetType(), name);
        row["Value"].ShouldBe(value, name);
        row.ETag.ToString().ShouldStartWith("W/\"datetime'");
        row.Timestamp!.Value.Year.ShouldBeGreaterThan(2020);
        row.Keys.ShouldBe(["odata.etag", "PartitionKey", "RowKey", "Timestamp", "Value"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_moment_of_another_offset_comes_back_in_utc()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["At"] = new DateTimeOffset(2024, 1, 1, 6, 30, 0, TimeSpan.FromHours(7)) });

        var row = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        row.GetDateTimeOffset("At").ShouldBe(new DateTimeOffset(2023, 12, 31, 23, 30, 0, TimeSpan.Zero));
        row.GetDateTime("At").ShouldBe(new DateTime(2023, 12, 31, 23, 30, 0, DateTimeKind.Utc));
        row.GetDateTime("At")!.Value.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public async Task A_class_of_ones_own_comes_back_equal()
    {
        var table = await azurite.NewTableAsync();
        var written = new Everything
        {
            PartitionKey = "p", RowKey = "r",
            Text = "Đà Nẵng", Whole = -7, Large = 1L << 40, Unsigned = long.MaxValue, Number = 2, Yes = true,
            At = new DateTimeOffset(2024, 2, 29, 1, 2, 3, TimeSpan.Zero), Day = new DateTime(2024, 2, 29, 0, 0, 0, DateTimeKind.Utc),
            Id = Guid.Parse("7b1f3b2e-8a54-4d0a-9a6e-0d8f2c1b5e77"), Bytes = [1, 2, 3], Data = new BinaryData("ba"), Kind = Kind.Plan,
            MaybeWhole = 1, MaybeLarge = 2, MaybeNumber = 3, MaybeYes = false, MaybeAt = DateTimeOffset.UnixEpoch,
            MaybeDay = DateTime.UnixEpoch, MaybeId = Guid.Empty, MaybeKind = Kind.Actual, Renamed = "tên khác", Ignored = "not kept", Field = "kept",
        };
        await table.UpsertEntityAsync(written, TableUpdateMode.Replace);

        var read = (await table.GetEntityAsync<Everything>("p", "r")).Value;
        var row = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        written.Timestamp = read.Timestamp;
        written.ETag = read.ETag;
        written.Ignored = null;
        read.ShouldBeEquivalentTo(written);
        row.GetString("Kind").ShouldBe("Plan");
        row.GetString("other_name").ShouldBe("tên khác");
        row.GetInt32("Computed").ShouldBe(-14);
        row.GetInt64("Unsigned").ShouldBe(long.MaxValue);
        row.ContainsKey("Renamed").ShouldBeFalse();
        row.ContainsKey("Ignored").ShouldBeFalse();
    }

    [Fact]
    public async Task Nulls_are_not_kept_and_leave_the_property_as_it_is()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new Everything { PartitionKey = "p", RowKey = "r", Day = DateTime.UnixEpoch, At = DateTimeOffset.UnixEpoch });

        var row = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        var read = (await table.GetEntityAsync<Everything>("p", "r")).Value;

        row.Keys.Where(name => name.StartsWith("Maybe", StringComparison.Ordinal)).ShouldBeEmpty();
        row["Text"].ShouldBeNull();
        row.GetInt32("MaybeWhole").ShouldBeNull();
        read.MaybeLarge.ShouldBeNull();
        read.Text.ShouldBeNull();
    }

    [Fact]
    public async Task Keys_that_a_class_implements_explicitly_are_kept()
    {
        var table = await azurite.NewTableAsync();
        ITableEntity explicitKeys = new ExplicitKeys { Note = "n" };
        explicitKeys.PartitionKey = "p";
        explicitKeys.RowKey = "r";
        await table.AddEntityAsync(explicitKeys);

        ITableEntity read = (await table.GetEntityAsync<ExplicitKeys>("p", "r")).Value;

        (read.PartitionKey, read.RowKey, ((ExplicitKeys)read).Note).ShouldBe(("p", "r", "n"));
        read.ETag.ShouldNotBe(default);
    }

    public static TheoryData<object, string> Unkept => new()
    {
        { 1.5m, "decimal" },
        { 1.5f, "Single" },
        { (short)1, "Int16" },
        { 'c', "Char" },
        { TimeSpan.FromDays(1), "TimeSpan" },
        { double.NaN, "not a number" },
        { ulong.MaxValue, "64-bit" },
        { new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Local), "Local" },
        { new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), "Unspecified" },
        { Kind.Plan, "enumeration" },
        { new[] { "a" }, "String[]" },
    };

    [Theory]
    [MemberData(nameof(Unkept))]
    public async Task A_value_that_would_be_lost_is_refused_with_its_name(object value, string why)
    {
        var table = new TableClient(azurite.Process.ConnectionString, "never");
        var error = await Should.ThrowAsync<NotSupportedException>(() => table.AddEntityAsync(new TableEntity("p", "r") { ["Value"] = value }));
        error.Message.ShouldContain("'Value'");
        error.Message.ShouldContain(why);
    }

    [Fact]
    public async Task What_does_not_fit_the_type_of_a_class_names_the_property()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Whole"] = "seven" });
        var error = await Should.ThrowAsync<InvalidOperationException>(() => table.GetEntityAsync<Everything>("p", "r"));
        error.Message.ShouldBe("What is stored for the property 'Whole' does not fit its type System.Int32.");
    }

    public enum Kind
    {
        Actual,
        Plan,
    }

    public sealed class Everything : ITableEntity
    {
        public string? Field;

        public string PartitionKey { get; set; } = "";
        public string RowKey { get; set; } = "";
        public DateTimeOffset? Timestamp { get; set; }
        public ETag ETag { get; set; }
        public string? Text { get; set; }
        public int Whole { get; set; }
        public long Large { get; set; }
        public ulong Unsigned { get; set; }
        public double Number { get; set; }
        public bool Yes { get; set; }
        public DateTimeOffset At { get; set; }
        public DateTime Day { get; set; }
        public Guid Id { get; set; }
        public byte[]? Bytes { get; set; }
        public BinaryData? Data { get; set; }
        public Kind Kind { get; set; }
        public int? MaybeWhole { get; set; }
        public long? MaybeLarge { get; set; }
        public double? MaybeNumber { get; set; }
        public bool? MaybeYes { get; set; }
        public DateTimeOffset? MaybeAt { get; set; }
        public DateTime? MaybeDay { get; set; }
        public Guid? MaybeId { get; set; }
        public Kind? MaybeKind { get; set; }
        public int Computed => 2 * Whole;

        [DataMember(Name = "other_name")]
        public string? Renamed { get; set; }

        [IgnoreDataMember]
        public string? Ignored { get; set; }
    }

    public sealed class ExplicitKeys : ITableEntity
    {
        public string? Note { get; set; }

        string ITableEntity.PartitionKey { get; set; } = "";
        string ITableEntity.RowKey { get; set; } = "";
        DateTimeOffset? ITableEntity.Timestamp { get; set; }
        ETag ITableEntity.ETag { get; set; }
    }
}
