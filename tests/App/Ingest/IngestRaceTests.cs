using Azure.Core;
using ServerlessIct.App.Api;
using ServerlessIct.App.Ingest;
using ServerlessIct.App.Storage;
using ServerlessIct.App.Tests.Api;
using static System.FormattableString;

namespace ServerlessIct.App.Tests.Ingest;

/// <summary>Two workers at one document: what a third finds afterwards is as if they had worked one after the other.</summary>
[Collection("storage")]
public sealed class IngestRaceTests(AzuriteFixture azurite)
{
    const string Name = "soc-trang/2023.txt";
    const string Text = "telecom.base_stations 1422 2023\npostal.enterprises 18 2023 ca-mau\n- 5 2023";

    static CancellationToken None => CancellationToken.None;

    static bool IsBatch(Request request) => request.Uri.ToString().Contains("$batch", StringComparison.Ordinal);

    /// <summary>A manifest that is written over the version that was read.</summary>
    static bool IsUpdateOfManifest(Request request) =>
        request.Method == RequestMethod.Put && request.Uri.ToString().Contains("/documents(", StringComparison.Ordinal);

    [Fact]
    public async Task An_ingest_whose_document_is_removed_before_its_rows_are_written_leaves_nothing()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await using var other = TestApp.Join(azurite);
        await app.UploadAsync(Name, Text);
        var removed = Once(app, IsBatch, () => RemoveAsync(other));

        (await app.Ingest.IngestAsync(Name, None)).ShouldBeNull();

        removed().ShouldBeTrue();
        await ShouldBeEmptyAfterSweepAsync(app);
    }

    [Fact]
    public async Task An_ingest_that_ends_after_the_removal_and_dies_leaves_rows_that_the_sweep_finds()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await using var other = TestApp.Join(azurite);
        await app.UploadAsync(Name, Text);
        var removed = Once(app, IsBatch, () => RemoveAsync(other));
        // Claim, text and the rows of two provinces are written; then the program ends.
        app.Tap.CrashAtWrite(6);
        await Should.ThrowAsync<CrashException>(() => app.Ingest.IngestAsync(Name, None));
        app.Tap.CrashAtWrite(0);
        removed().ShouldBeTrue();
        (await other.SnapshotAsync()).ShouldContain("observation soc-trang");

        (await other.CallAsync(r => other.Get<ReadDocuments>().Get(r, DocumentId.Of(Name), None))).Status.ShouldBe(404);
        var (_, list) = await other.CallAsync(r => other.Get<ReadDocuments>().List(r, None));
        list["documents"]!.AsArray().ShouldBeEmpty();
        (await other.Sweep.RunAsync(None)).ShouldBe(0, "the other may still be at work");
        await ShouldBeEmptyAfterSweepAsync(other);
    }

    [Fact]
    public async Task An_ingest_that_dies_behind_a_newer_version_leaves_rows_that_the_sweep_finds()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await using var other = TestApp.Join(azurite);
        await app.UploadAsync(Name, Text);
        var replaced = Once(app, IsBatch, async () =>
        {
            await other.UploadAsync(Name, "telecom.base_stations 7 2021");
            await other.Ingest.IngestAsync(Name, None);
        });
        app.Tap.CrashAtWrite(6);
        await Should.ThrowAsync<CrashException>(() => app.Ingest.IngestAsync(Name, None));
        replaced().ShouldBeTrue();
        (await other.SnapshotAsync()).ShouldContain("1422");

        other.Time.Shift = TimeSpan.FromHours(1);
        (await other.Sweep.RunAsync(None)).ShouldBe(1);

        (await other.SnapshotAsync()).Split('\n').Where(l => l.StartsWith("observation", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain("telecom.base_stations|2021");
        (await other.Sweep.RunAsync(None)).ShouldBe(0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_manifest_that_is_gone_when_it_is_to_be_written_is_a_lost_race(int update)
    {
        const string longer = Text + "\ntelecom.base_stations 9 2019";
        var expected = await SnapshotOfAsync(azurite, longer);
        await using var app = await TestApp.StartAsync(azurite);
        await app.UploadAsync(Name, Text);
        await app.Ingest.IngestAsync(Name, None);
        await app.UploadAsync(Name, longer);
        var seen = 0;
        var removed = Once(app, r => IsUpdateOfManifest(r) && ++seen == update, () => app.ForgetManifestAsync(Name));

        await app.Ingest.IngestAsync(Name, None);

        removed().ShouldBeTrue();
        (await app.SnapshotAsync()).ShouldBe(expected);
    }

    [Fact]
    public async Task A_document_that_another_worker_removes_at_the_same_moment_is_deleted_without_a_fault()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await using var other = TestApp.Join(azurite);
        await app.UploadAsync(Name, Text);
        await app.Ingest.IngestAsync(Name, None);
        var removed = Once(app, IsUpdateOfManifest, () => other.Ingest.IngestAsync(Name, None));

        (await app.CallAsync(r => app.Get<WriteDocuments>().Delete(r, DocumentId.Of(Name), None))).Status.ShouldBe(204);

        removed().ShouldBeTrue();
        (await app.SnapshotAsync()).ShouldBe("");
    }

    [Fact]
    public async Task An_upload_whose_record_is_removed_at_the_same_moment_is_announced()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.UploadAsync(Name, Text);
        await app.Ingest.IngestAsync(Name, None);
        var removed = Once(app, IsUpdateOfManifest, () => app.ForgetManifestAsync(Name));

        (await app.CallAsync(r => app.Get<WriteDocuments>().Put(r, Name, None), body: "telecom.base_stations 7 2021")).Status.ShouldBe(202);

        removed().ShouldBeTrue();
        (await app.ManifestAsync(Name)).Status.ShouldBe(DocumentStatus.Uploaded);
    }

    [Fact]
    public async Task Rows_that_no_manifest_names_are_removed_by_the_sweep_part_by_part_and_their_series_marked()
    {
        await using var app = await TestApp.StartAsync(azurite, ingest: IngestLimits.Default with { SweptObservations = 7 });
        string[] names = ["soc-trang/1.txt", "soc-trang/2.txt", "ca-mau/3.txt", "ca-mau/4.txt"];
        foreach (var name in names)
        {
            await app.UploadAsync(name, string.Join('\n', Enumerable.Range(2010, 5).Select(y => Invariant($"telecom.base_stations 7 {y}"))));
            await app.Ingest.IngestAsync(name, None);
        }
        await app.Rebuild.RunAsync(None);
        (await app.MarksAsync()).ShouldBeEmpty();
        foreach (var name in names[1..3])
        {
            await app.ForgetManifestAsync(name);
            await app.DeleteAsync(name);
        }

        // Twenty rows are gone through in three runs, and from their beginning again.
        for (var run = 0; run < 3; run++) await app.Sweep.RunAsync(None);

        var left = (await app.SnapshotAsync()).Split('\n');
        left.Count(l => l.StartsWith("observation", StringComparison.Ordinal)).ShouldBe(10);
        left.Count(l => l.StartsWith("texts", StringComparison.Ordinal)).ShouldBe(2);
        (await app.MarksAsync()).ShouldBe(["ca-mau telecom.base_stations", "soc-trang telecom.base_stations"]);
        (await app.Sweep.RunAsync(None)).ShouldBe(0);
    }

    [Theory]
    [InlineData(503, false)]
    [InlineData(503, true)]
    [InlineData(412, false)]
    public async Task Whichever_write_fails_the_document_is_stored_as_without_the_failure(int status, bool isDoneAllTheSame)
    {
        var text = string.Join('\n', Enumerable.Range(0, 130).Select(i => Invariant($"telecom.base_stations {i} {1990 + (i % 30)}")));
        var expected = await SnapshotOfAsync(azurite, text);
        await using var app = await TestApp.StartAsync(azurite);
        var write = 0;
        for (var failed = true; failed;)
        {
            await app.EmptyAsync();
            await app.UploadAsync(Name, Text);
            await app.Ingest.IngestAsync(Name, None);
            await app.UploadAsync(Name, text);
            var failing = new FailingStorage
            {
                FailAt = ++write, IsDoneAllTheSame = isDoneAllTheSame, Fault = status == 503 ? FailingStorage.Busy : FailingStorage.Changed,
            };
            await using var other = TestApp.JoinFailing(azurite, failing);

            (await other.Ingest.IngestAsync(Name, None))!.Status.ShouldBe(DocumentStatus.Extracted);

            failed = failing.Writes >= write;
            (await app.SnapshotAsync()).ShouldBe(expected, Invariant($"after failing at write {write}"));
        }
        write.ShouldBeGreaterThan(8);
    }

    [Fact]
    public async Task Uploads_and_removals_of_many_documents_by_two_workers_leave_nothing_of_a_document_that_is_gone()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await using var other = TestApp.Join(azurite);
        var names = Enumerable.Range(0, 40).Select(i => Invariant($"{(i % 2 == 0 ? "soc-trang" : "ca-mau")}/{i}.txt")).ToList();
        var random = new Random(20_261_130);
        for (var round = 0; round < 4; round++)
        {
            var work = names.SelectMany(name => Enumerable.Range(0, 4), (name, step) => (Name: name, Step: step)).ToArray();
            random.Shuffle(work);
            var now = round;
            await Parallel.ForEachAsync(work, new ParallelOptions { MaxDegreeOfParallelism = 24 }, async (one, _) =>
            {
                var worker = (one.Step + now) % 2 == 0 ? app : other;
                switch (one.Step)
                {
                    case 0:
                    case 1:
                        // Every tenth cannot be read, and is kept as rejected.
                        if (one.Name.EndsWith("0.txt", StringComparison.Ordinal)) await worker.UploadAsync(one.Name, [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0]);
                        else await worker.UploadAsync(one.Name, Invariant($"telecom.base_stations {one.Step} {2000 + now}\n- 5 {2010 + one.Step}"));
                        await worker.Ingest.IngestAsync(one.Name, None);
                        break;
                    case 2:
                        await worker.DeleteAsync(one.Name);
                        await worker.Ingest.IngestAsync(one.Name, None);
                        break;
                    default:
                        var (status, _) = await worker.CallAsync(r => worker.Get<WriteDocuments>().Delete(r, DocumentId.Of(one.Name), None));
                        status.ShouldBeOneOf(204, 404);
                        break;
                }
            });
        }
        foreach (var name in names) await app.DeleteAsync(name);
        app.Time.Shift = TimeSpan.FromHours(1);
        await app.Sweep.RunAsync(None);
        await app.Rebuild.RunAsync(None);

        (await app.SnapshotAsync()).ShouldBe("");
        (await app.SeriesSnapshotAsync()).ShouldBe("");
    }

    static async Task RemoveAsync(TestApp app)
    {
        await app.DeleteAsync(Name);
        await app.Ingest.IngestAsync(Name, None);
    }

    static async Task ShouldBeEmptyAfterSweepAsync(TestApp app)
    {
        app.Time.Shift = TimeSpan.FromHours(1);
        await app.Sweep.RunAsync(None);
        await app.Rebuild.RunAsync(None);
        (await app.SnapshotAsync()).ShouldBe("");
        (await app.SeriesSnapshotAsync()).ShouldBe("");
        (await app.Sweep.RunAsync(None)).ShouldBe(0);
    }

    /// <summary>What is stored of a document that nothing disturbs.</summary>
    static async Task<string> SnapshotOfAsync(AzuriteFixture azurite, string text)
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.UploadAsync(Name, text);
        await app.Ingest.IngestAsync(Name, None);
        return await app.SnapshotAsync();
    }

    /// <summary>Before the first request of a kind is sent, does something else.</summary>
    /// <returns>Says whether it came to that.</returns>
    static Func<bool> Once(TestApp app, Func<Request, bool> when, Func<Task> work)
    {
        var isDone = 0;
        app.Tap.Before = async request =>
        {
            if (isDone == 0 && when(request) && Interlocked.Exchange(ref isDone, 1) == 0) await work();
        };
        return () => isDone == 1;
    }
}
