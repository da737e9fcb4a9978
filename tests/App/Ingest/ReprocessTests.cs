using System.Text;
using ServerlessIct.App.Ingest;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Tests.Ingest;

/// <summary>Reading documents again that have not changed.</summary>
[Collection("storage")]
public sealed class ReprocessTests(AzuriteFixture azurite)
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_read_again_by_a_better_reader_has_its_rows_and_no_others()
    {
        var isBetter = false;
        await using var app = await TestApp.StartAsync(azurite, (text, hints) => LineReader.Read(isBetter ? text.Replace("old", "new", StringComparison.Ordinal) : text, hints));
        await app.UploadAsync("son-la/a.txt", "old.indicator 5 2023");
        await app.Ingest.IngestAsync("son-la/a.txt", Token);
        isBetter = true;

        await app.Ingest.IngestAsync("son-la/a.txt", Token);
        (await app.SnapshotAsync()).ShouldContain("old.indicator");

        await app.Get<ReprocessDocuments>().Again("son-la/a.txt", Token);
        var after = await app.SnapshotAsync();
        after.ShouldContain("new.indicator");
        after.ShouldNotContain("old.indicator");
        (await app.MarksAsync()).ShouldBe(["son-la new.indicator", "son-la old.indicator"]);
    }

    [Fact]
    public async Task Reading_again_with_the_same_reader_changes_nothing()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.UploadAsync("son-la/a.txt", "telecom.base_stations 5 2023\n- 7 2023");
        await app.Ingest.IngestAsync("son-la/a.txt", Token);
        var before = await app.SnapshotAsync();

        await app.Get<ReprocessDocuments>().Again("son-la/a.txt", Token);

        (await app.SnapshotAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("", 3)]
    [InlineData("son-la/", 2)]
    [InlineData("nobody/", 0)]
    public async Task Documents_are_queued_by_the_beginning_of_their_names(string prefix, int expected)
    {
        await using var app = await TestApp.StartAsync(azurite);
        foreach (var name in (string[])["son-la/a.txt", "son-la/báo cáo.txt", "soc-trang/c.txt"]) await app.UploadAsync(name, "- 1 2023");
        var queue = app.Get<StorageClients>().Queues.GetQueueClient(StorageNames.Reprocess);
        await queue.ClearMessagesAsync(Token);

        await app.Get<ReprocessDocuments>().Run(prefix, Token);

        var messages = (await queue.ReceiveMessagesAsync(32, cancellationToken: Token)).Value.Select(m => Encoding.UTF8.GetString(Convert.FromBase64String(m.Body.ToString()))).ToList();
        messages.Count.ShouldBe(expected);
        messages.ShouldAllBe(m => m.StartsWith(prefix, StringComparison.Ordinal));
    }
}
