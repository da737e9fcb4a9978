using System.Diagnostics;
using System.Globalization;
using System.Text;
using Azure.Storage.Blobs;
using ServerlessIct.Local.Azurite;
using ServerlessIct.Local.Ict;

namespace ServerlessIct.EndToEnd.Tests;

/// <summary>
/// Host, worker, or both are killed (kill -9), again and again, while documents come in. How often each: the environment variable KILLS, 3 where it
/// is not set.
/// </summary>
public sealed class CrashTests
{
    static readonly string[] Provinces = ["soc-trang", "son-la", "hai-phong", "hung-yen", "da-nang", "ca-mau", "an-giang", "bac-lieu", "ben-tre", "can-tho", "dong-thap", "gia-lai"];
    static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("KILLS") ?? "3", CultureInfo.InvariantCulture);
    static readonly int Documents = Math.Max(90, 10 * Kills);

    /// <summary>As long as a host takes to start again, and some: so the documents come in all through the killing.</summary>
    static readonly TimeSpan TimePerKill = TimeSpan.FromSeconds(2.5);

    [Fact]
    public async Task Killed_again_and_again_during_a_load_it_ends_with_the_tables_of_an_undisturbed_run()
    {
        var undisturbed = await LoadAsync(kills: 0);
        var killed = await LoadAsync(Kills);

        undisturbed.Count(line => line.StartsWith("observations", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(2 * Documents);
        undisturbed.Count(line => line.StartsWith("series", StringComparison.Ordinal)).ShouldBeGreaterThan(Documents);
        killed.Except(undisturbed, StringComparer.Ordinal).ShouldBeEmpty();
        undisturbed.Except(killed, StringComparer.Ordinal).ShouldBeEmpty();
        killed.Count.ShouldBe(undisturbed.Count);
    }

    /// <summary>Puts all documents in while host, worker and both are killed so many times each, and has the series computed.</summary>
    static async Task<IReadOnlyList<string>> LoadAsync(int kills)
    {
        using var folder = new TemporaryFolder();
        var keys = AccessKeys.Of(folder.Path);
        await using var storage = await AzuriteProcess.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var settings = Settings(folder, storage, keys);
        var host = await HostProcess.StartAsync(settings, keys);
        try
        {
            var uploading = UploadAsync(storage, pause: kills == 0 ? TimeSpan.Zero : TimePerKill * 3 * kills / Documents);
            var random = new Random(20231231);
            var victims = Enumerable.Range(0, 3 * kills).Select(i => (Victim)(i % 3)).ToArray();
            random.Shuffle(victims);
            foreach (var victim in victims)
            {
                await Task.Delay(random.Next(50, 1_500));
                host = await KillAsync(host, victim, settings, keys);
            }
            await uploading;
            using var api = new Api(host.Endpoint, keys, storage.ConnectionString);
            await Api.UntilAsync("every document is extracted", async () => (await api.DocumentsAsync()).Count(d => d.GetProperty("status").GetString() == "extracted") == Documents);
            await api.ComputeDeltasAsync();
            return await StorageSnapshot.OfAsync(storage.ConnectionString);
        }
        catch (TimeoutException e)
        {
            throw new InvalidOperationException("The host's log ends with:\n" + host.Tail(), e);
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    /// <summary>Kills, and starts what nobody else starts again.</summary>
    static async Task<HostProcess> KillAsync(HostProcess host, Victim victim, Dictionary<string, string> settings, AccessKeys keys)
    {
        using var api = new Api(host.Endpoint, keys, storage: null);
        if (await api.WorkerProcessAsync() is not { } worker) return host;
        if (victim != Victim.Host) Kill(worker);
        if (victim == Victim.Worker) return host;
        await host.KillAsync();
        await host.DisposeAsync();
        return await HostProcess.StartAsync(settings, keys);
    }

    static void Kill(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // It has ended since.
        }
    }

    static async Task UploadAsync(AzuriteProcess storage, TimeSpan pause)
    {
        var articles = new BlobContainerClient(storage.ConnectionString, "articles");
        for (var i = 0; i < Documents; i++)
        {
            var (name, text) = Report(i);
            await articles.GetBlobClient(name).UploadAsync(BinaryData.FromString(text));
            await Task.Delay(pause);
        }
    }

    static Dictionary<string, string> Settings(TemporaryFolder folder, AzuriteProcess storage, AccessKeys keys)
    {
        var settings = LocalSystem.Settings(new LocalSystemOptions { DataFolder = folder.Path }, storage.ConnectionString, keys);
        foreach (var name in (string[])["DeltaSchedule", "RebuildSchedule", "BackupSchedule"]) settings[name] = "0 0 0 1 1 *";
        settings["SweepSchedule"] = "*/20 * * * * *";
        return settings;
    }

    static (string Name, string Text) Report(int number)
    {
        // One document a province and year: which of two is taken would depend on when each arrived.
        var year = 1990 + (number / Provinces.Length);
        var stations = 1_000 + (number * 7);
        var text = string.Create(CultureInfo.InvariantCulture, $"""
            Kết quả phát triển viễn thông năm {year}

            Đến hết năm {year}, toàn tỉnh có {Grouped(stations)} trạm thu phát sóng thông tin di động, tăng {(number % 90) + 2} trạm so với năm {year - 1}.
            Toàn tỉnh có {Grouped(100 + number)} điểm phục vụ bưu chính.
            """);
        return (string.Create(CultureInfo.InvariantCulture, $"{Provinces[number % Provinces.Length]}/report-{number:D3}.txt"), text);
    }

    static string Grouped(int number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.');

    enum Victim
    {
        Host,
        Worker,
        Both,
    }
}
