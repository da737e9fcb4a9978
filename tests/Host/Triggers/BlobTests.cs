using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ServerlessIct.Local.Host.Tests.Support;

namespace ServerlessIct.Local.Host.Tests.Triggers;

[Collection(nameof(TriggerHost))]
public sealed class BlobTests(AzuriteFixture azurite, TriggerHost shared)
{
    [Theory]
    [InlineData("plain.txt")]
    [InlineData("Sóc Trăng/Báo cáo 100%.txt")]
    [InlineData("a+b #1?.txt")]
    public async Task A_blob_that_is_written_reaches_the_function_with_its_name_and_metadata(string name)
    {
        await UploadAsync(shared.Host.Settings["Container"], "events/" + name, "first");
        await shared.Host.SeesAsync($"announced {name} first soc-trang");

        await UploadAsync(shared.Host.Settings["Container"], "events/" + name, "second");
        await shared.Host.SeesAsync($"announced {name} second soc-trang");
    }

    [Fact]
    public async Task A_container_that_is_scanned_runs_the_function_as_text_with_the_parts_of_the_path()
    {
        await UploadAsync(shared.Host.Settings["Container"] + "-scan", "ca-mau/2023.txt", "Cà Mau");

        await shared.Host.SeesAsync("scanned ca-mau 2023 Cà Mau");
    }

    [Fact]
    public async Task A_blob_that_always_fails_is_tried_as_often_as_host_json_says_and_then_poisoned()
    {
        await UploadAsync(shared.Host.Settings["Container"], "broken/b", "x");

        // The message is of several lines, which come one by one.
        await Eventually.IsTrueAsync(() => shared.Host.Seen.Any(l => l.Contains("\"BlobName\": \"broken/b\"", StringComparison.Ordinal)), () => string.Join('\n', shared.Host.Seen));
        shared.Host.Seen.ShouldContain(l => l.StartsWith("poisoned {", StringComparison.Ordinal));
        shared.Host.Seen.Count(l => l == "unreadable b").ShouldBe(2);
    }

    async Task UploadAsync(string container, string name, string text)
    {
        var client = azurite.Blobs.GetBlobContainerClient(container);
        await client.CreateIfNotExistsAsync();
        await client.GetBlobClient(name).UploadAsync(
            BinaryData.FromString(text), new BlobUploadOptions { Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["province"] = "soc-trang" } });
    }
}
