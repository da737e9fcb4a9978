using System.Text;
using ServerlessIct.Local.Azurite;
using ServerlessIct.Local.Host;
using ServerlessIct.Local.Ict;

namespace ServerlessIct.EndToEnd.Tests;

/// <summary>The storage goes away in the middle of the work and comes back.</summary>
public sealed class StorageOutageTests
{
    const int Documents = 60;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Documents_that_were_under_way_are_read_once_the_storage_is_back()
    {
        using var folder = new TemporaryFolder();
        var keys = AccessKeys.Of(folder.Path);
        var storage = await AzuriteProcess.StartAsync(new AzuriteOptions { DataFolder = Path.Combine(folder.Path, "storage") }, Token);
        try
        {
            var settings = LocalSystem.Settings(new LocalSystemOptions { DataFolder = folder.Path }, storage.ConnectionString, keys);
            settings["SweepSchedule"] = "*/20 * * * * *";
            var options = new FunctionsHostOptions
            {
                Keys = new HostKeys(keys.Master, keys.Default), SettingsFile = LocalSystem.SettingsFile, MessageVisibility = TimeSpan.FromSeconds(5),
            };
            await using var host = await FunctionsHost.StartAsync(LocalSystem.AppFolder, settings, options, Token);
            using var api = new Api(host.Endpoint, keys, storage.ConnectionString);
            for (var i = 0; i < Documents; i++) await api.DropAsync(Name(i), Text(i));
            await Task.Delay(TimeSpan.FromSeconds(1), Token);

            var before = storage.Options;
            await storage.DisposeAsync();
            (await StatusAsync(api)).ShouldBe(System.Net.HttpStatusCode.ServiceUnavailable);
            storage = await AzuriteProcess.StartAsync(before, Token);

            await Api.UntilAsync("every document is extracted", async () =>
                await StatusAsync(api) == System.Net.HttpStatusCode.OK && (await api.DocumentsAsync()).Count(d => d.GetProperty("status").GetString() == "extracted") == Documents);
            foreach (var document in await api.DocumentsAsync()) (await api.ObservationsAsync(document)).ShouldHaveSingleItem();
        }
        finally
        {
            await storage.DisposeAsync();
        }
    }

    static async Task<System.Net.HttpStatusCode> StatusAsync(Api api)
    {
        using var answer = await api.SendAsync(new HttpRequestMessage(HttpMethod.Get, "api/v1/health"));
        return answer.StatusCode;
    }

    static string Name(int number) => FormattableString.Invariant($"{(number % 2 == 0 ? "soc-trang" : "son-la")}/report-{number:D2}.txt");

    static byte[] Text(int number) => Encoding.UTF8.GetBytes(FormattableString.Invariant($"Năm {1990 + (number / 2)}, toàn tỉnh có 1.{400 + number} trạm thu phát sóng thông tin di động."));
}
