using Azure.Core;
using ServerlessIct.App.Api;
using ServerlessIct.App.Storage;
using ServerlessIct.App.Tests.Api;
using static System.FormattableString;

namespace ServerlessIct.App.Tests.Ingest;

/// <summary>What is noted as amiss with documents is what their manifests say.</summary>
[Collection("storage")]
public sealed class DocumentIssueTests(AzuriteFixture azurite)
{
    const string Good = "telecom.base_stations 5 2023", Silent = "Kính thưa quý vị";

    static CancellationToken None => CancellationToken.None;

    [Theory]
    [InlineData("well from the first", new[] { Good }, "")]
    [InlineData("without figures", new[] { Silent }, "nothing-found")]
    [InlineData("unreadable", new[] { "" }, "rejected")]
    [InlineData("mended", new[] { Silent, Good }, "")]
    [InlineData("mended after it was unreadable", new[] { "", Good }, "")]
    [InlineData("spoilt", new[] { Good, "" }, "rejected")]
    [InlineData("bad in another way", new[] { "", Silent }, "nothing-found")]
    public async Task They_follow_each_version_of_a_document(string what, string[] versions, string expected)
    {
        await using var app = await TestApp.StartAsync(azurite);
        foreach (var version in versions)
        {
            await app.UploadAsync("son-la/a.txt", version, new() { ["year"] = "2023" });
            await app.Ingest.IngestAsync("son-la/a.txt", None);
        }

        (await IssuesAsync(app)).ShouldBe(expected.Length == 0 ? [] : [$"son-la/a.txt {expected}"], what);
        await app.Sweep.RunAsync(None);
        (await IssuesAsync(app)).ShouldBe(expected.Length == 0 ? [] : [$"son-la/a.txt {expected}"], "and the sweep finds nothing to put right");
    }

    [Fact]
    public async Task Copies_are_noted_by_the_sweep_and_go_with_the_document()
    {
        await using var app = await TestApp.StartAsync(azurite);
        foreach (var name in (string[])["son-la/a.txt", "son-la/b.txt", "ca-mau/c.txt"])
        {
            await app.UploadAsync(name, Good, new() { ["year"] = "2023" });
            await app.Ingest.IngestAsync(name, None);
        }
        await app.Sweep.RunAsync(None);
        (await IssuesAsync(app)).ShouldBe(["ca-mau/c.txt same-content", "son-la/a.txt same-content", "son-la/b.txt same-content"]);
        (await app.Get<DocumentIssueTable>().ListAsync(["ca-mau"], 10, None)).ShouldHaveSingleItem().Detail.ShouldEndWith("son-la/a.txt, son-la/b.txt.");

        await app.DeleteAsync("son-la/a.txt");
        await app.Ingest.IngestAsync("son-la/a.txt", None);
        (await IssuesAsync(app)).ShouldBe(["ca-mau/c.txt same-content", "son-la/b.txt same-content"]);
        await app.UploadAsync("son-la/b.txt", Good + " ", new() { ["year"] = "2023" });
        await app.Ingest.IngestAsync("son-la/b.txt", None);
        await app.Sweep.RunAsync(None);
        (await IssuesAsync(app)).ShouldBeEmpty();
    }

    [Fact]
    public async Task After_a_crash_at_any_write_the_next_sweep_puts_them_right()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var step = 0;
        for (var crashed = true; crashed; app.Time.Shift = TimeSpan.Zero)
        {
            await app.EmptyAsync();
            await app.UploadAsync("son-la/a.txt", Silent, new() { ["year"] = "2023" });
            await app.Ingest.IngestAsync("son-la/a.txt", None);
            await app.UploadAsync("son-la/a.txt", Good, new() { ["year"] = "2023" });
            app.Tap.CrashAtWrite(++step);
            try
            {
                await app.Ingest.IngestAsync("son-la/a.txt", None);
                crashed = false;
            }
            catch (Exception e) when (e is CrashException || e.InnerException is CrashException)
            {
                crashed = true;
            }
            app.Tap.CrashAtWrite(0);
            app.Time.Shift = TimeSpan.FromHours(1);

            await app.Sweep.RunAsync(None);

            (await IssuesAsync(app)).ShouldBeEmpty(Invariant($"after a crash at write {step}"));
        }
        step.ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task A_review_leaves_alone_what_is_written_meanwhile()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.UploadAsync("son-la/a.txt", Silent, new() { ["year"] = "2023" });
        await app.Ingest.IngestAsync("son-la/a.txt", None);
        await app.Get<DocumentIssueTable>().PutAsync(new(DocumentId.Of("son-la/gone.txt"), "son-la/gone.txt", "rejected", "of a document that is no more"), "son-la", null, None);
        var isChanged = 0;
        app.Tap.Before = async request =>
        {
            // The manifests are read; what was noted is about to be put right.
            if (request.Method != RequestMethod.Delete || !request.Uri.Path.Contains(StorageNames.DocumentIssues, StringComparison.Ordinal)) return;
            if (Interlocked.Exchange(ref isChanged, 1) == 1) return;
            await app.UploadAsync("son-la/gone.txt", "", new() { ["year"] = "2023" });
            await app.Ingest.IngestAsync("son-la/gone.txt", None);
        };

        await app.Sweep.RunAsync(None);

        isChanged.ShouldBe(1);
        (await IssuesAsync(app)).ShouldBe(["son-la/a.txt nothing-found", "son-la/gone.txt rejected"]);
    }

    [Fact]
    public async Task Quality_looks_at_no_manifest_and_at_no_more_issues_than_asked()
    {
        await using var app = await TestApp.StartAsync(azurite);
        foreach (var number in Enumerable.Range(0, 5))
        {
            await app.UploadAsync(Invariant($"son-la/{number}.txt"), number < 3 ? Invariant($"{Silent} {number}") : Good, new() { ["year"] = "2023" });
            await app.Ingest.IngestAsync(Invariant($"son-la/{number}.txt"), None);
        }
        app.Traffic.Reset();

        var (_, quality) = await app.CallAsync(r => app.Get<GetQuality>().Run(r, None), "?kind=documents");

        quality["counts"]!["documents"]!.GetValue<int>().ShouldBe(3);
        app.Traffic.RowsReadOf(StorageNames.Documents).ShouldBe(0);
        app.Traffic.RowsReadOf(StorageNames.DocumentIssues).ShouldBe(3);
        (await app.Get<DocumentIssueTable>().ListAsync([], 2, None)).Count.ShouldBe(2);
    }

    static async Task<IReadOnlyList<string>> IssuesAsync(TestApp app) =>
        [.. (await app.Get<DocumentIssueTable>().ListAsync([], 100, None)).Select(i => $"{i.Name} {i.Problem}").Order(StringComparer.Ordinal)];
}
