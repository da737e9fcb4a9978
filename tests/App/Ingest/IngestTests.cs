using ServerlessIct.App.Api;
using ServerlessIct.App.Storage;
using ServerlessIct.App.Tests.Api;
using ServerlessIct.Indicators;
using static System.FormattableString;

namespace ServerlessIct.App.Tests.Ingest;

[Collection("storage")]
public sealed class IngestTests(AzuriteFixture azurite)
{
    const string Name = "soc-trang/2023.txt";
    const string First = "telecom.base_stations 1422 2023\ntelecom.base_stations 1346 2022\npostal.enterprises 18 2023 ca-mau\n- 5 2023";
    const string Second = "telecom.base_stations 1423 2023\ntelecom.broadband_subscribers 7 2023";

    static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task What_a_document_states_is_stored_with_its_words_and_marked_for_aggregation()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.UploadAsync(Name, First);

        var manifest = await app.Ingest.IngestAsync(Name, None);

        manifest!.Status.ShouldBe(DocumentStatus.Extracted);
        var id = DocumentId.Of(Name);
        (await app.SnapshotAsync()).ShouldBe($"""
            document soc-trang/2023.txt Extracted 4 
            observation ca-mau postal.enterprises|2023|actual|{id}|000002 18 postal.enterprises 18 2023 ca-mau
            observation soc-trang telecom.base_stations|2022|actual|{id}|000001 1346 telecom.base_stations 1346 2022
            observation soc-trang telecom.base_stations|2023|actual|{id}|000000 1422 telecom.base_stations 1422 2023
            observation soc-trang |2023|actual|{id}|000003 5 - 5 2023
            texts {id} 106
            """.ReplaceLineEndings("\n"));
        (await app.MarksAsync()).ShouldBe(["ca-mau postal.enterprises", "soc-trang telecom.base_stations", "soc-trang uncatalogued"]);
    }

    [Fact]
    public async Task What_was_not_believed_is_kept_with_the_document_up_to_a_bound()
    {
        var notes = 30;
        await using var app = await TestApp.StartAsync(azurite, (text, hints) => LineReader.Read(text, hints) with
        {
            Notes = [.. Enumerable.Range(0, notes).Select(i => new ExtractionNote(new string('m', 1_000), new SourceSpan(i, text.Length)))],
        });
        await app.UploadAsync(Name, "năm 20223 " + new string('x', 198) + "📱 và hết");
        await app.Ingest.IngestAsync(Name, None);

        var kept = (await app.ManifestAsync(Name)).Notes;
        kept.Count.ShouldBe(DocumentNote.Most);
        kept[0].ShouldSatisfyAllConditions(
            n => n.Message.Length.ShouldBe(500), n => (n.Start, n.Text[..9]).ShouldBe((0, "năm 20223")), n => n.Text.Length.ShouldBe(200));
        var (_, answer) = await app.CallAsync(r => app.Get<ReadDocuments>().Get(r, DocumentId.Of(Name), None));
        answer["notes"]!.AsArray().Count.ShouldBe(DocumentNote.Most);
        (answer["notes"]![3]!["start"]!.GetValue<int>(), answer["notes"]![3]!["text"]!.GetValue<string>()).ShouldBe((3, kept[3].Text));
        kept[9].Text.Length.ShouldBe(199, "a telephone is not cut in two");

        notes = 0;
        await app.UploadAsync(Name, First);
        await app.Ingest.IngestAsync(Name, None);
        (await app.ManifestAsync(Name)).Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_blob_delivered_twice_is_read_once()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.UploadAsync(Name, First);
        await app.Ingest.IngestAsync(Name, None);
        app.Tap.CrashAtWrite(0);

        await app.Ingest.IngestAsync(Name, None);

        app.Tap.Writes.ShouldBe(0);
    }

    [Fact]
    public async Task A_new_version_leaves_nothing_of_the_old_one_in_any_province()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.UploadAsync(Name, Second);
        await app.Ingest.IngestAsync(Name, None);
        var expected = await app.SnapshotAsync();
        await app.EmptyAsync();
        await app.UploadAsync(Name, First);
        await app.Ingest.IngestAsync(Name, None);
        await app.UploadAsync(Name, Second);

        await app.Ingest.IngestAsync(Name, None);

        (await app.SnapshotAsync()).ShouldBe(expected);
        (await app.MarksAsync()).ShouldContain("ca-mau postal.enterprises");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(250)]
    public async Task Any_number_of_observations_is_stored_and_removed(int count)
    {
        await using var app = await TestApp.StartAsync(azurite);
        var lines = Enumerable.Range(0, count).Select(i => Invariant($"telecom.base_stations {i} {2000 + (i % 20)} {(i % 2 == 0 ? "ca-mau" : "soc-trang")}"));
        await app.UploadAsync(Name, string.Join('\n', lines));
        await app.Ingest.IngestAsync(Name, None);
        (await app.SnapshotAsync()).Split('\n').Count(l => l.StartsWith("observation", StringComparison.Ordinal)).ShouldBe(count);
        await app.DeleteAsync(Name);

        (await app.Ingest.IngestAsync(Name, None)).ShouldBeNull();

        (await app.SnapshotAsync()).ShouldBe("");
    }

    [Fact]
    public async Task Several_deliveries_at_once_end_like_one()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.UploadAsync(Name, First);
        await app.Ingest.IngestAsync(Name, None);
        var expected = await app.SnapshotAsync();
        await app.EmptyAsync();
        await app.UploadAsync(Name, First);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.Ingest.IngestAsync(Name, None)));

        (await app.SnapshotAsync()).ShouldBe(expected);
    }

    [Fact]
    public async Task Deliveries_of_an_old_and_a_new_version_at_once_end_like_the_new_one_alone()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.UploadAsync(Name, Second);
        await app.Ingest.IngestAsync(Name, None);
        var expected = await app.SnapshotAsync();
        await app.EmptyAsync();
        await app.UploadAsync(Name, First);
        var early = Enumerable.Range(0, 3).Select(_ => app.Ingest.IngestAsync(Name, None)).ToList();
        await app.UploadAsync(Name, Second);

        await Task.WhenAll(early.Append(app.Ingest.IngestAsync(Name, None)));

        (await app.SnapshotAsync()).ShouldBe(expected);
    }

    [Fact]
    public async Task A_writer_that_slept_through_a_new_version_cleans_up_after_itself()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.UploadAsync(Name, Second);
        await app.Ingest.IngestAsync(Name, None);
        var expected = await app.SnapshotAsync();
        await app.EmptyAsync();
        await app.UploadAsync(Name, First);
        var other = 0;
        // The sleeper has claimed the first version and is about to write its rows, when somebody brings in the second from beginning to end.
        app.Tap.Before = async request =>
        {
            if (!request.Uri.ToString().Contains("$batch", StringComparison.Ordinal) || Interlocked.Exchange(ref other, 1) == 1) return;
            await app.UploadAsync(Name, Second);
            await app.Ingest.IngestAsync(Name, None);
        };

        await app.Ingest.IngestAsync(Name, None);

        other.ShouldBe(1);
        (await app.SnapshotAsync()).ShouldBe(expected);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_crash_before_any_write_is_repaired_by_delivering_again_or_by_the_sweep(bool bySweep)
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.UploadAsync(Name, Second);
        await app.Ingest.IngestAsync(Name, None);
        var expected = await app.SnapshotAsync();

        var step = 0;
        for (var crashed = true; crashed;)
        {
            app.Time.Shift = TimeSpan.Zero;
            await app.EmptyAsync();
            await app.UploadAsync(Name, First);
            await app.Ingest.IngestAsync(Name, None);
            await app.UploadAsync(Name, Second);
            app.Tap.CrashAtWrite(++step);
            crashed = await CrashesAsync(() => app.Ingest.IngestAsync(Name, None));
            app.Tap.CrashAtWrite(0);

            app.Time.Shift = TimeSpan.FromHours(1);
            if (bySweep) await app.Sweep.RunAsync(None);
            else await app.Ingest.IngestAsync(Name, None);

            (await app.SnapshotAsync()).ShouldBe(expected, Invariant($"after a crash at write {step}"));
            (await app.MarksAsync()).ShouldBe(["ca-mau postal.enterprises", "soc-trang telecom.base_stations", "soc-trang telecom.broadband_subscribers", "soc-trang uncatalogued"]);
        }
        step.ShouldBeGreaterThan(6);
    }

    [Fact]
    public async Task A_crash_before_any_write_of_a_removal_is_repaired_by_the_sweep()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var step = 0;
        for (var crashed = true; crashed;)
        {
            app.Time.Shift = TimeSpan.Zero;
            await app.EmptyAsync();
            await app.UploadAsync(Name, First);
            await app.Ingest.IngestAsync(Name, None);
            await app.DeleteAsync(Name);
            app.Tap.CrashAtWrite(++step);
            crashed = await CrashesAsync(() => app.Ingest.IngestAsync(Name, None));
            app.Tap.CrashAtWrite(0);

            app.Time.Shift = TimeSpan.FromHours(1);
            await app.Sweep.RunAsync(None);

            (await app.SnapshotAsync()).ShouldBe("", Invariant($"after a crash at write {step}"));
        }
        step.ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task The_sweep_takes_up_an_unannounced_blob_once_it_is_old_enough()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.UploadAsync(Name, First);
        (await app.Sweep.RunAsync(None)).ShouldBe(0);
        app.Time.Shift = TimeSpan.FromMinutes(3);

        (await app.Sweep.RunAsync(None)).ShouldBe(1);

        (await app.ManifestAsync(Name)).Status.ShouldBe(DocumentStatus.Extracted);
        (await app.Sweep.RunAsync(None)).ShouldBe(0);
    }

    static async Task<bool> CrashesAsync(Func<Task> work)
    {
        try
        {
            await work();
            return false;
        }
        catch (CrashException)
        {
            return true;
        }
    }
}
