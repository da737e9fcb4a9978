using ServerlessIct.Local.Azurite;

namespace ServerlessIct.EndToEnd.Tests;

/// <summary>Microsoft's own JavaScript client puts a file into the container, as other programs of a province would.</summary>
public sealed class JavaScriptClientTests(SharedSystem shared)
{
    [Fact]
    public async Task A_blob_dropped_by_another_client_is_ingested_with_its_metadata()
    {
        const string name = "incoming/report.txt";
        var npm = await NpmFolder.InstalledAsync("tests/node", "the JavaScript storage clients", progress: null, TestContext.Current.CancellationToken);
        var (code, _, error) = await IctProcess.RunAsync(
            "node",
            ["drop-blob.mjs", name, "Toàn tỉnh có 1.422 trạm thu phát sóng thông tin di động.", "soc-trang", "2021"],
            new() { ["STORAGE_CONNECTION"] = shared.System.StorageConnection },
            npm.Path);
        code.ShouldBe(0, error);

        var document = await shared.Api.FinishedAsync(name);
        document.GetProperty("status").GetString().ShouldBe("extracted");
        document.GetProperty("province").GetString().ShouldBe("soc-trang");
        var observations = await shared.Api.ObservationsAsync(document);
        observations.ShouldHaveSingleItem().ShouldContain("\"2021\"");
    }
}
