using System.Net;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using ServerlessIct.Local.Azurite;
using ServerlessIct.Local.Host;
using ServerlessIct.Local.Ict;

namespace ServerlessIct.EndToEnd.Tests;

/// <summary>Two hosts, each with its worker process, on one storage: documents are put, dropped and removed faster than they are read.</summary>
public sealed class RaceTests
{
    const int Documents = 100, Rounds = 4;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_left_of_documents_that_two_apps_wrote_and_removed_at_once()
    {
        using var folder = new TemporaryFolder();
        var keys = AccessKeys.Of(folder.Path);
        await using var storage = await AzuriteProcess.StartAsync(cancellationToken: Token);
        var connection = storage.ConnectionString;
        await using var first = await StartAsync(folder, connection, keys);
        await using var second = await StartAsync(folder, connection, keys);
        using var api = new Api(first.Endpoint, keys, connection);
        using var other = new Api(second.Endpoint, keys, connection);
        var statuses = new System.Collections.Concurrent.ConcurrentBag<HttpStatusCode>();
        // Some stay, so that it shows that what is there is not swept away.
        await api.DropAsync("son-la/stays.txt", Text(1));

        await Parallel.ForAsync(0, Documents, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Token }, async (document, _) =>
        {
            var name = FormattableString.Invariant($"soc-trang/race-{document:D3}.txt");
            for (var round = 0; round < Rounds; round++)
            {
                var (one, two) = (document + round) % 2 == 0 ? (api, other) : (other, api);
                using (var put = await one.PutAsync(name, Text(round))) statuses.Add(put.StatusCode);
                if (round % 2 == 0) await api.Articles.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: Token);
                using var gone = await two.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"api/v1/documents/{Api.IdOf(name)}"));
                statuses.Add(gone.StatusCode);
            }
        });

        statuses.Distinct().Except([HttpStatusCode.Accepted, HttpStatusCode.NoContent, HttpStatusCode.NotFound]).ShouldBeEmpty();
        IReadOnlyList<string> left = [];
        try
        {
            await Api.UntilAsync("only what stays is left", async () =>
            {
                await api.RunFunctionAsync("SweepDocuments");
                await api.RunFunctionAsync("ComputeDeltas");
                left = await LeftAsync(connection);
                return left.SequenceEqual(["observations", "series", "texts"], StringComparer.Ordinal);
            });
        }
        catch (TimeoutException)
        {
            left.ShouldBe(["observations", "series", "texts"]);
        }
        (await api.FinishedAsync("son-la/stays.txt")).GetProperty("status").GetString().ShouldBe("extracted");
        (await api.DocumentsAsync()).Count.ShouldBe(1);
    }

    /// <summary>Where anything is stored of documents, each time once; with what of it should not be there.</summary>
    static async Task<IReadOnlyList<string>> LeftAsync(string connection)
    {
        var left = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var row in new TableClient(connection, "observations").QueryAsync<TableEntity>())
            left.Add(row.PartitionKey == "son-la" ? "observations" : $"observations: {row.PartitionKey} {row.RowKey}");
        await foreach (var row in new TableClient(connection, "series").QueryAsync<TableEntity>())
            left.Add(row.RowKey.Contains("soc-trang", StringComparison.Ordinal) ? $"series: {row.PartitionKey} {row.RowKey}" : "series");
        await foreach (var blob in new BlobContainerClient(connection, "texts").GetBlobsAsync())
            left.Add(blob.Name == Api.IdOf("son-la/stays.txt") ? "texts" : $"texts: {blob.Name}");
        return [.. left];
    }

    static Task<FunctionsHost> StartAsync(TemporaryFolder folder, string connection, AccessKeys keys) => FunctionsHost.StartAsync(
        LocalSystem.AppFolder,
        LocalSystem.Settings(
            new LocalSystemOptions { DataFolder = folder.Path, Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["RequestsPerMinute"] = "0" } }, connection, keys),
        new FunctionsHostOptions { Keys = new HostKeys(keys.Master, keys.Default), SettingsFile = LocalSystem.SettingsFile },
        Token);

    static byte[] Text(int number) => Encoding.UTF8.GetBytes(
        FormattableString.Invariant($"Năm 2023, toàn tỉnh có 1.{400 + number} trạm thu phát sóng thông tin di động, tăng 76 trạm so với năm 2022."));
}
