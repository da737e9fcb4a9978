using System.Globalization;
using System.Text;
using System.Text.Json;
using ServerlessIct.Local.Ict;

namespace ServerlessIct.EndToEnd.Tests;

/// <summary>The app is ended at once in the middle of its work, and does it again.</summary>
public sealed class CrashTests
{
    const int Documents = 200;

    static readonly string[] Provinces = ["soc-trang", "son-la", "hai-phong", "hung-yen", "da-nang"];

    [Fact]
    public async Task Killed_during_an_upload_and_restarted_it_ends_with_the_observations_of_an_undisturbed_run()
    {
        using var folder = new TemporaryFolder();
        var reports = Enumerable.Range(0, Documents).Select(i => Report(folder, i)).ToList();

        var undisturbed = await ResultAsync(reports, killed: false);
        var killed = await ResultAsync(reports, killed: true);

        undisturbed.Count.ShouldBe(Documents);
        undisturbed.Values.Sum(observations => observations.Count).ShouldBeGreaterThanOrEqualTo(Documents);
        killed.Keys.Order(StringComparer.Ordinal).ShouldBe(undisturbed.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, observations) in undisturbed) killed[name].ShouldBe(observations, name);
    }

    static async Task<Dictionary<string, List<string>>> ResultAsync(List<ReportFile> reports, bool killed)
    {
        using var folder = new TemporaryFolder();
        await using var system = await LocalSystem.StartAsync(Settings.For(folder.Path), TestContext.Current.CancellationToken);
        using var api = new Api(system);
        var open = reports;
        if (killed)
        {
            var upload = UploadAsync(system, reports);
            await Api.UntilAsync("the first documents are extracted", async () => (await api.DocumentsAsync()).Count(Api.IsFinished) >= 10);
            (await api.DocumentsAsync()).Count(Api.IsFinished).ShouldBeLessThan(Documents, "the app was too quick to be killed at work");
            await system.App.KillAsync();
            open = await upload;
            await system.StartAppAsync(TestContext.Current.CancellationToken);
        }
        (await UploadAsync(system, open)).ShouldBeEmpty();
        await Api.UntilAsync("every document is extracted", async () => (await api.DocumentsAsync()).Count(Api.IsFinished) == Documents);

        var result = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var document in await api.DocumentsAsync())
        {
            document.GetProperty("status").GetString().ShouldBe("extracted");
            result[document.GetProperty("name").GetString()!] = await api.ObservationsAsync(document);
        }
        await api.ComputeDeltasAsync();
        var series = await api.GetAsync($"api/v1/data?province={string.Join(',', Provinces)}&indicator=telecom.base_stations");
        result["soc-trang/report-000.txt"].Add(JsonSerializer.Serialize(series.GetProperty("series")));
        return result;
    }

    /// <returns>The reports that were not taken.</returns>
    static async Task<List<ReportFile>> UploadAsync(LocalSystem system, List<ReportFile> reports)
    {
        using var client = new AppClient(system.Endpoint, system.Keys!.Master);
        var refused = new System.Collections.Concurrent.ConcurrentBag<ReportFile>();
        await Parallel.ForEachAsync(reports, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (report, stop) =>
        {
            if (!(await client.PutAsync(report, stop)).IsSuccess) refused.Add(report);
        });
        return [.. refused];
    }

    static ReportFile Report(TemporaryFolder folder, int number)
    {
        // One document a province and year: which of two is taken would depend on when each arrived.
        var year = 1985 + (number / Provinces.Length);
        var stations = 1_000 + (number * 7);
        var text = string.Create(CultureInfo.InvariantCulture, $"""
            Kết quả phát triển viễn thông năm {year}

            Đến hết năm {year}, toàn tỉnh có {Grouped(stations)} trạm thu phát sóng thông tin di động, tăng {number % 90 + 2} trạm so với năm {year - 1}.
            Toàn tỉnh có {Grouped(100 + number)} điểm phục vụ bưu chính.
            """);
        var name = string.Create(CultureInfo.InvariantCulture, $"{Provinces[number % Provinces.Length]}/report-{number:D3}.txt");
        return new ReportFile(folder.File(name, Encoding.UTF8.GetBytes(text)), name);
    }

    static string Grouped(int number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.');
}
