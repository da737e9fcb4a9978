using ServerlessIct.App.Api;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using static System.FormattableString;

namespace ServerlessIct.App.Tests.Rebuild;

[Collection("storage")]
public sealed class SeriesRebuilderTests(AzuriteFixture azurite)
{
    const string Indicator = "telecom.base_stations";

    static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Touched_series_are_built_ranked_and_unmarked()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await IngestAsync(app, "soc-trang/a.txt", $"{Indicator} 1422 2023\n{Indicator} 1346 2022");
        await IngestAsync(app, "ca-mau/a.txt", $"{Indicator} 2000 2023");
        await IngestAsync(app, "viet-nam/a.txt", $"{Indicator} 90000 2023");

        (await app.Rebuild.RunAsync(None)).ShouldBe(3);

        (await PointsAsync(app)).ShouldBe(
        [
            "ca-mau 2023 2000 rank 1/2", "soc-trang 2022 1346 rank 1/1", "soc-trang 2023 1422 rank 2/2", "viet-nam 2023 90000 rank /",
        ]);
        (await app.MarksAsync()).ShouldBeEmpty();
        (await app.DirtySeries.LastRunAsync(None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_run_without_marks_writes_nothing_but_its_end()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await IngestAsync(app, "soc-trang/a.txt", $"{Indicator} 1422 2023");
        await app.Rebuild.RunAsync(None);
        app.Tap.CrashAtWrite(0);

        (await app.Rebuild.RunAsync(None)).ShouldBe(0);

        app.Tap.Writes.ShouldBe(1);
    }

    [Fact]
    public async Task A_removed_document_takes_its_points_and_the_ranks_of_others_follow()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await IngestAsync(app, "soc-trang/a.txt", $"{Indicator} 1422 2023");
        await IngestAsync(app, "ca-mau/a.txt", $"{Indicator} 2000 2023");
        await app.Rebuild.RunAsync(None);
        await app.DeleteAsync("ca-mau/a.txt");
        await app.Ingest.IngestAsync("ca-mau/a.txt", None);

        await app.Rebuild.RunAsync(None);

        (await PointsAsync(app)).ShouldBe(["soc-trang 2023 1422 rank 1/1"]);
    }

    [Theory]
    [InlineData("one by one", false)]
    [InlineData("in one pass", true)]
    public async Task A_series_that_is_touched_while_it_is_built_stays_marked(string how, bool all)
    {
        await using var app = await TestApp.StartAsync(azurite);
        if (!all) await app.Rebuild.RunAsync(None);
        await IngestAsync(app, "soc-trang/a.txt", $"{Indicator} 1422 2023");
        var touched = 0;
        app.Tap.Before = async request =>
        {
            if (!request.Uri.Path.Contains("/series", StringComparison.Ordinal) || Interlocked.Exchange(ref touched, 1) == 1) return;
            await IngestAsync(app, "soc-trang/b.txt", $"{Indicator} 1300 2021");
        };

        await app.Rebuild.RunAsync(None);

        touched.ShouldBe(1, how);
        (await app.MarksAsync()).ShouldBe([$"soc-trang {Indicator}"]);
        await app.Rebuild.RunAsync(None);
        (await PointsAsync(app)).Count.ShouldBe(2);
        (await app.MarksAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_crash_before_any_write_is_made_good_by_the_next_run(bool all)
    {
        await using var app = await TestApp.StartAsync(azurite);
        var step = 0;
        for (var crashed = true; crashed;)
        {
            await app.EmptyAsync();
            if (!all) await app.Rebuild.RunAsync(None);
            await IngestAsync(app, "soc-trang/a.txt", $"{Indicator} 1422 2023\npostal.enterprises 1 2023");
            await IngestAsync(app, "ca-mau/a.txt", $"{Indicator} 2000 2023");
            app.Tap.CrashAtWrite(++step);
            try
            {
                await app.Rebuild.RunAsync(None);
                crashed = false;
            }
            catch (Exception e) when (e is CrashException || e.InnerException is CrashException)
            {
                crashed = true;
            }
            app.Tap.CrashAtWrite(0);

            await app.Rebuild.RunAsync(None);

            (await PointsAsync(app)).ShouldBe(["ca-mau 2023 2000 rank 1/2", "soc-trang 2023 1422 rank 2/2"], Invariant($"after a crash at write {step}"));
            (await app.MarksAsync()).ShouldBeEmpty();
        }
        step.ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task What_lay_for_several_nights_is_built_in_one_run()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.Rebuild.RunAsync(None);
        foreach (var year in (int[])[2021, 2022, 2023]) await IngestAsync(app, Invariant($"soc-trang/{year}.txt"), Invariant($"{Indicator} {year - 700} {year}"));

        (await app.Rebuild.RunAsync(None)).ShouldBe(1);

        (await PointsAsync(app)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_new_version_of_the_program_builds_everything_again()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await IngestAsync(app, "soc-trang/a.txt", $"{Indicator} 1422 2023");
        await app.Rebuild.RunAsync(None);
        await app.DirtySeries.SaveStateAsync(await app.DirtySeries.StateAsync(None) with { Rules = "those of before" }, None);

        (await app.Rebuild.RunAsync(None)).ShouldBe(1);
        (await app.Rebuild.RunAsync(None)).ShouldBe(0);
    }

    [Fact]
    public async Task A_full_rebuild_that_broke_off_is_made_good_by_the_next_nightly_run()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await IngestAsync(app, "soc-trang/a.txt", $"{Indicator} 1422 2023");
        await app.Rebuild.RunAsync(None);
        await app.ForgetSeriesAsync();
        app.Tap.CrashAtWrite(2);
        await Should.ThrowAsync<CrashException>(() => app.Rebuild.RunAllAsync(None));
        app.Tap.CrashAtWrite(0);

        await app.Rebuild.RunAsync(None);

        (await PointsAsync(app)).Count.ShouldBe(1);
    }

    static async Task IngestAsync(TestApp app, string name, string text)
    {
        await app.UploadAsync(name, text);
        await app.Ingest.IngestAsync(name, None);
    }

    static async Task<IReadOnlyList<string>> PointsAsync(TestApp app)
    {
        var question = new SeriesQuestion([], [Indicator], YearRanges.Any, [Kind.Actual]);
        var points = await question.AnswerAsync(app.Get<SeriesTable>(), None);
        return [.. points.Select(p => Invariant($"{p.Province} {p.Period} {p.Chosen?.Value} rank {p.Rank}/{p.RankedAmong}"))];
    }
}
