using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Tests.Rebuild;

/// <summary>Building one by one and building in one pass are two ways to one table.</summary>
[Collection("storage")]
public sealed class RebuildEqualityTests(AzuriteFixture azurite)
{
    const string Stations = "telecom.base_stations", Enterprises = "postal.enterprises";

    static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Touched_series_built_one_by_one_make_the_same_table_as_all_in_one_pass()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.Rebuild.RunAsync(None);
        await IngestAsync(app, "an-giang/2024.txt", $"{Stations} 1000 2024\n{Enterprises} 7 2024\n- 55 2024");
        await IngestAsync(app, "kien-giang/2024.txt", $"{Stations} 900 2024\n{Stations} 905 2024");
        await IngestAsync(app, "an-giang/2025.txt", $"{Stations} 2100 2025\n{Stations} 2150 2025-H2");
        await app.Rebuild.RunAsync(None);
        await app.Get<CorrectionTable>().SaveAsync(Corrected.In("to-stations", "an-giang/2024.txt", "an-giang", Enterprises, 7, newIndicator: Stations), None);
        await app.Get<CorrectionTable>().SaveAsync(Corrected.In("gone", "ca-mau/none.txt", "ca-mau", Stations, 5, value: 6), None);
        await app.Rebuild.RunAsync(None);
        // A part of a merged province changes: the whole is compared with another sum. A document goes, a series becomes empty.
        await IngestAsync(app, "kien-giang/2024.txt", $"{Stations} 950 2024");
        await IngestAsync(app, "soc-trang/2020.txt", $"{Stations} 10 2020\n{Stations} 90 2022\n- 1 2020");
        await app.Rebuild.RunAsync(None);
        await app.DeleteAsync("soc-trang/2020.txt");
        await app.Ingest.IngestAsync("soc-trang/2020.txt", None);
        await app.Rebuild.RunAsync(None);
        var oneByOne = await app.SeriesSnapshotAsync();

        await app.Rebuild.RunAllAsync(None);
        (await app.SeriesSnapshotAsync()).ShouldBe(oneByOne);

        await app.ForgetSeriesAsync();
        await app.Rebuild.RunAllAsync(None);
        (await app.SeriesSnapshotAsync()).ShouldBe(oneByOne);
        oneByOne.ShouldContain("sumOfParts");
        oneByOne.ShouldContain("to-stations");
        oneByOne.ShouldContain("correctionFailed");
        oneByOne.ShouldContain("~subjects");
    }

    [Fact]
    public async Task A_merged_province_is_compared_anew_when_a_part_changes()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await IngestAsync(app, "an-giang/a.txt", $"{Stations} 1000 2024\n{Stations} 2100 2025");
        await app.Rebuild.RunAsync(None);
        (await DeltaAsync(app)).ShouldBeNull();
        await IngestAsync(app, "kien-giang/a.txt", $"{Stations} 900 2024");

        await app.Rebuild.RunAsync(None);

        (await DeltaAsync(app))!.Absolute.ShouldBe(200);
    }

    static async Task<Delta?> DeltaAsync(TestApp app)
    {
        await foreach (var point in app.Get<SeriesTable>().QueryAsync(Stations, "an-giang", 2025, 2025, None)) return point.AgainstYearBefore();
        return null;
    }

    static async Task IngestAsync(TestApp app, string name, string text)
    {
        await app.UploadAsync(name, text, new() { ["province"] = name.Split('/')[0] });
        await app.Ingest.IngestAsync(name, None);
    }
}
