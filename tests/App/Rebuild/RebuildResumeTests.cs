using Azure.Data.Tables;
using ServerlessIct.App.Rebuild;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;
using static System.FormattableString;

namespace ServerlessIct.App.Tests.Rebuild;

/// <summary>A full rebuild in pieces, broken off or stopped in order, makes the table that an undisturbed one makes.</summary>
[Collection("storage")]
public sealed class RebuildResumeTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    const string Stations = "telecom.base_stations", Enterprises = "postal.enterprises";

    /// <summary>The progress is noted after every province.</summary>
    static readonly RebuildLimits OneByOne = RebuildLimits.Default with { NotedAfter = TimeSpan.Zero };

    static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Broken_off_before_any_write_it_goes_on_and_makes_the_same_table()
    {
        await using var app = await TestApp.StartAsync(azurite, limits: OneByOne);
        var records = await FillAsync(app);
        await app.Rebuild.RunAllAsync(None);
        var expected = await app.SeriesSnapshotAsync();
        expected.ShouldContain("sumOfParts");
        expected.ShouldContain("to-stations");
        expected.ShouldContain("~subjects");
        var (step, resumed) = (0, 0);
        for (var broken = true; broken;)
        {
            await app.ForgetSeriesAsync();
            await app.Get<SeriesTable>().SubmitAsync(Stale(), None);
            await app.DirtySeries.MarkAsync(records.Select(r => r.Address().Series()).OfType<SeriesKey>(), None);
            app.Traffic.Reset();
            broken = await IsBrokenOffAsync(app, ++step);
            var (reached, first) = (await app.DirtySeries.ProgressAsync(None), app.Traffic.RowsReadOf(StorageNames.Observations));
            if (reached?.Province is not null) resumed++;
            app.Traffic.Reset();

            // Before it had noted that there is anything to do, the next night would not know.
            if (step == 1) await app.Rebuild.RunAllAsync(None);
            else await app.Rebuild.RunAsync(None);

            var what = Invariant($"after a crash at write {step}, with {reached?.Province} reached");
            (await app.SeriesSnapshotAsync()).ShouldBe(expected, what);
            (await app.MarksAsync()).ShouldBeEmpty(what);
            (await app.DirtySeries.StateAsync(None)).IsFullRebuildPending.ShouldBeFalse(what);
            if (broken) (reached?.Observations ?? 0).ShouldBe(records.Count - app.Traffic.RowsReadOf(StorageNames.Observations), what);
            first.ShouldBeLessThanOrEqualTo(records.Count, what);
        }
        output.WriteLine(Invariant($"{step} places to break off, {resumed} of them behind a province that was not built again"));
        resumed.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task Out_of_time_it_stops_in_order_and_a_message_has_the_next_call_go_on()
    {
        await using var app = await TestApp.StartAsync(azurite, limits: OneByOne with { RunTime = TimeSpan.Zero });
        await app.TakeMessagesAsync(StorageNames.ContinueRebuild);
        var records = await FillAsync(app);
        await using var other = TestApp.Join(azurite);
        var function = new ContinueRebuild(app.Rebuild);

        await app.Rebuild.RunAllAsync(None);
        var calls = 1;
        for (; await app.TakeMessagesAsync(StorageNames.ContinueRebuild) == 1; calls++) await function.Run("go on", None);

        calls.ShouldBe(records.Select(r => r.Province).Distinct().Count() + 2, "one stop a province, among them one that only a correction names, and the end");
        (await app.DirtySeries.StateAsync(None)).ShouldSatisfyAllConditions(s => s.IsFullRebuildPending.ShouldBeFalse(), s => s.Observations.ShouldBe(records.Count));
        var pieces = await app.SeriesSnapshotAsync();
        await app.ForgetSeriesAsync();
        await other.Rebuild.RunAllAsync(None);
        (await app.SeriesSnapshotAsync()).ShouldBe(pieces);

        await function.Run("go on", None);
        (await app.TakeMessagesAsync(StorageNames.ContinueRebuild)).ShouldBe(0, "nothing is under way any more");
    }

    [Fact]
    public async Task What_is_touched_between_two_runs_stays_marked()
    {
        await using var app = await TestApp.StartAsync(azurite, limits: OneByOne with { RunTime = TimeSpan.Zero });
        var records = await FillAsync(app);
        await app.Rebuild.RunAllAsync(None);
        var done = (await app.DirtySeries.ProgressAsync(None))!.Province!;
        var newer = StoredWorld.Newer(done, Stations, 2030, 4711);
        await app.Get<ObservationTable>().ReplaceAsync([newer], [], None);
        await app.DirtySeries.MarkAsync([newer.Address().Series()!.Value], None);

        while ((await app.DirtySeries.StateAsync(None)).IsFullRebuildPending) await app.Rebuild.ContinueAsync(None);

        (await app.MarksAsync()).ShouldBe([$"{done} {Stations}"]);
        (await app.Rebuild.RunAsync(None)).ShouldBe(1);
        var oneByOne = await app.SeriesSnapshotAsync();
        oneByOne.ShouldContain("4711");
        await using var other = TestApp.Join(azurite);
        await other.Rebuild.RunAllAsync(None);
        (await app.SeriesSnapshotAsync()).ShouldBe(oneByOne);
        (await app.DirtySeries.StateAsync(None)).Observations.ShouldBe(records.Count + 1);
    }

    [Theory]
    [InlineData("made by other rules")]
    [InlineData("left by a rebuild that came to its end")]
    [InlineData("made four days ago")]
    public async Task Progress_does_not_count_that_was(string how)
    {
        await using var app = await TestApp.StartAsync(azurite);
        var records = await FillAsync(app);
        await app.Rebuild.RunAllAsync(None);
        var expected = await app.SeriesSnapshotAsync();
        await app.ForgetSeriesAsync();
        await app.DirtySeries.SaveStateAsync(await app.DirtySeries.StateAsync(None) with { IsFullRebuildPending = !how.StartsWith("left", StringComparison.Ordinal) }, None);
        await app.DirtySeries.SaveProgressAsync(
            new RebuildProgress
            {
                Rules = how.Contains("other", StringComparison.Ordinal) ? "others" : SeriesAssembler.Rules,
                Begun = app.Time.GetUtcNow() - TimeSpan.FromDays(how.Contains("four", StringComparison.Ordinal) ? 4 : 0),
                Province = "soc-trang",
                Observations = 7,
            },
            None);

        await app.Rebuild.RunAllAsync(None);

        (await app.SeriesSnapshotAsync()).ShouldBe(expected);
        (await app.DirtySeries.StateAsync(None)).Observations.ShouldBe(records.Count);
    }

    [Fact]
    public async Task Two_at_once_make_the_same_table()
    {
        await using var app = await TestApp.StartAsync(azurite, limits: OneByOne);
        await FillAsync(app);
        await using var other = TestApp.Join(azurite, OneByOne);

        await Task.WhenAll(app.Rebuild.RunAllAsync(None), other.Rebuild.RunAllAsync(None));

        var together = await app.SeriesSnapshotAsync();
        (await app.DirtySeries.StateAsync(None)).IsFullRebuildPending.ShouldBeFalse();
        await app.ForgetSeriesAsync();
        await app.Rebuild.RunAllAsync(None);
        (await app.SeriesSnapshotAsync()).ShouldBe(together);
    }

    static async Task<bool> IsBrokenOffAsync(TestApp app, int write)
    {
        app.Tap.CrashAtWrite(write);
        try
        {
            await app.Rebuild.RunAllAsync(None);
            return false;
        }
        catch (Exception e) when (e is CrashException || e.InnerException is CrashException)
        {
            return true;
        }
        finally
        {
            app.Tap.CrashAtWrite(0);
        }
    }

    /// <summary>Old provinces, one of them merged into another that keeps its name, the country, figures without a place or an indicator, corrections.</summary>
    static async Task<IReadOnlyList<ObservationRecord>> FillAsync(TestApp app)
    {
        List<ObservationRecord> records =
        [
            .. new[] { "an-giang", "kien-giang", "soc-trang", "viet-nam" }.SelectMany(p => (int[])[2023, 2024], (p, y) => StoredWorld.Newer(p, Stations, y, 1000 + y + p.Length)),
            StoredWorld.Newer("an-giang", Stations, 2025, 2500),
            StoredWorld.Newer("an-giang", Enterprises, 2024, 7),
            StoredWorld.Newer("bac-lieu", Enterprises, 2024, 9),
            Subject("soc-trang"),
            Subject(null),
        ];
        await app.Get<ObservationTable>().ReplaceAsync(records, [], None);
        await app.Get<CorrectionTable>().SaveAsync(Corrected.In("to-stations", "an-giang/2024-final.txt", "an-giang", Enterprises, 7, newIndicator: Stations), None);
        await app.Get<CorrectionTable>().SaveAsync(Corrected.In("of-nothing", "ca-mau/2024-final.txt", "ca-mau", Stations, 5, value: 6), None);
        return records;
    }

    static ObservationRecord Subject(string? province) => StoredWorld.Newer(province ?? "soc-trang", Stations, 2024, 3) is var made
        ? made with { Province = province, Observation = made.Observation with { Indicator = null, Label = "trạm xăng" } }
        : throw new InvalidOperationException();

    /// <summary>Rows that nothing is stored for any more, of a province with observations, of one without, and of an indicator without.</summary>
    static IEnumerable<TableTransactionAction> Stale()
    {
        (string Partition, string Row)[] keys =
        [
            (Stations, "soc-trang|1990|actual"), (Stations, "dong-nai|2024|actual"), (Stations, "~issues|dong-nai"),
            ("internet.subscribers", "~section|2024"), ("~subjects", "dong-nai"),
        ];
        return keys.Select(key => new TableTransactionAction(
            TableTransactionActionType.UpsertReplace, new TableEntity(key.Partition, key.Row) { ["Hash"] = "old" }));
    }
}
