using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Tests.Rebuild;

/// <summary>What a night costs, in rows that go to and fro; tests/Benchmarks/Aggregation measures the same on 300,000 observations.</summary>
[Collection("storage")]
public sealed class NightlyCostTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    const int Provinces = 50, Indicators = 10, Years = 4, Series = Provinces * Indicators;

    static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task The_cost_of_a_night_follows_what_changed()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var records = StoredWorld.Observations(Provinces, Indicators, Years, seed: 1).ToList();
        await app.Get<ObservationTable>().ReplaceAsync(records, [], None);

        var first = await CostAsync(app, all: true);
        app.Traffic.RowsReadOf(StorageNames.Observations).ShouldBe(records.Count, "a full rebuild reads every observation once");
        var again = await CostAsync(app, all: true);
        app.Traffic.RowsReadOf(StorageNames.Observations).ShouldBe(records.Count);
        var costs = new Dictionary<int, int>();
        foreach (var percent in (int[])[0, 1, 10, 100])
        {
            await TouchAsync(app, Series * percent / 100, value: 100 + percent);
            costs[percent] = await CostAsync(app, all: false);
            output.WriteLine(FormattableString.Invariant($"{percent} % changed: {app.Traffic}"));
            (await app.MarksAsync()).ShouldBeEmpty();
        }

        output.WriteLine(FormattableString.Invariant($"full rebuild of {records.Count} observations: {first} rows the first time, {again} where nothing changed"));
        costs[0].ShouldBeLessThan(10);
        costs[1].ShouldBeLessThanOrEqualTo(again * 5 / 100);
        costs[10].ShouldBeLessThanOrEqualTo(again * 50 / 100);
    }

    /// <summary>A newer figure for some series, spread over provinces and indicators.</summary>
    static async Task TouchAsync(TestApp app, int series, decimal value)
    {
        var touched = StoredWorld.Observations(Provinces, Indicators, 1, seed: 1)
            .Select(r => new SeriesKey(r.Province!, r.Observation.Indicator!)).Distinct().Where((_, i) => i % (Series / Math.Max(1, series)) == 0).Take(series).ToList();
        await app.Get<ObservationTable>().ReplaceAsync(touched.Select(k => StoredWorld.Newer(k.Province, k.Indicator, StoredWorld.FirstYear + Years, value)), [], None);
        await app.DirtySeries.MarkAsync(touched, None);
    }

    static async Task<int> CostAsync(TestApp app, bool all)
    {
        app.Traffic.Reset();
        if (all) await app.Rebuild.RunAllAsync(None);
        else await app.Rebuild.RunAsync(None);
        return app.Traffic.Rows;
    }
}
