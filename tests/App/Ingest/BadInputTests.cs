using System.Text;
using ServerlessIct.App.Ingest;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Tests.Ingest;

[Collection("storage")]
public sealed class BadInputTests(AzuriteFixture azurite)
{
    static CancellationToken None => CancellationToken.None;

    public static TheoryData<string, byte[]> Unreadable => new()
    {
        { "empty.txt", [] },
        { "program.txt", [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0xB8, 0, 0, 0] },
        { "picture.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] },
        { "blank.txt", "  \n\t\n"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task What_cannot_be_read_is_rejected_with_a_reason_and_a_copy_and_not_tried_again(string name, byte[] bytes)
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.UploadAsync(name, bytes);

        var manifest = (await app.Ingest.IngestAsync(name, None)).ShouldNotBeNull();

        manifest.Status.ShouldBe(DocumentStatus.Rejected);
        manifest.Error.ShouldNotBeNullOrWhiteSpace();
        (await app.SnapshotAsync()).ShouldContain($"rejected {manifest.Id}/original {bytes.Length}");
        app.Tap.CrashAtWrite(0);
        app.Time.Shift = TimeSpan.FromHours(1);
        (await app.Sweep.RunAsync(None)).ShouldBe(0);
        app.Tap.Writes.ShouldBe(0);
    }

    [Fact]
    public async Task A_document_of_60_MB_is_rejected_without_being_downloaded()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var bytes = new byte[60 * 1024 * 1024];
        bytes.AsSpan().Fill((byte)'a');
        await app.UploadAsync("large.txt", bytes);
        var downloads = 0;
        app.Tap.Before = request =>
        {
            if (request.Method == Azure.Core.RequestMethod.Get && request.Uri.Path.Contains("large", StringComparison.Ordinal)) downloads++;
            return Task.CompletedTask;
        };

        var manifest = (await app.Ingest.IngestAsync("large.txt", None)).ShouldNotBeNull();

        downloads.ShouldBe(0);
        manifest.Error.ShouldBe("The document has 62,914,560 bytes; 20,971,520 are allowed. Split it, or raise the setting MaxDocumentBytes.");
    }

    public static TheoryData<string> OddNames => new()
    {
        "Báo cáo \"năm\" 2023 'cuối'.txt",
        "📈/📊.txt",
        "a%2Fb%20c+d&e=f;g#h?i.txt",
        "soc-trang/một/hai/ba.txt",
        new string('d', 896) + ".txt",
        "o'Neil|~0041.txt",
    };

    [Theory]
    [MemberData(nameof(OddNames))]
    public async Task Any_name_that_a_blob_can_have_is_read_listed_and_removed(string name)
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.UploadAsync(name, "telecom.base_stations 1 2023 ca-mau");
        await app.Ingest.IngestAsync(name, None);

        var manifest = await app.ManifestAsync(name);
        manifest.Status.ShouldBe(DocumentStatus.Extracted);
        manifest.Name.ShouldBe(name);
        app.Time.Shift = TimeSpan.FromHours(1);
        (await app.Sweep.RunAsync(None)).ShouldBe(0);
        await app.DeleteAsync(name);
        (await app.Sweep.RunAsync(None)).ShouldBe(1);
        (await app.SnapshotAsync()).ShouldBe("");
    }

    [Fact]
    public async Task Invalid_UTF8_ends_as_rejected_or_extracted_but_never_throws()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.UploadAsync("bad.txt", [.. "telecom.base_stations 1 2023 ca-mau\n"u8, 0xC3, 0x28, 0xFF, 0xFE, .. "x\n"u8]);

        var manifest = (await app.Ingest.IngestAsync("bad.txt", None)).ShouldNotBeNull();

        manifest.IsFinished.ShouldBeTrue();
    }

    [Fact]
    public async Task A_fault_of_the_program_is_shown_as_one_and_not_tried_for_ever()
    {
        await using var app = await TestApp.StartAsync(azurite, (_, _) => throw new InvalidOperationException("secret detail"));
        await app.UploadAsync("a.txt", "text");

        var manifest = (await app.Ingest.IngestAsync("a.txt", None)).ShouldNotBeNull();

        manifest.Status.ShouldBe(DocumentStatus.Failed);
        manifest.Error.ShouldNotBeNull().ShouldNotContain("secret");
        app.Time.Shift = TimeSpan.FromHours(1);
        (await app.Sweep.RunAsync(None)).ShouldBe(0);
    }

    [Fact]
    public async Task A_poisoned_document_is_recorded_as_failed_until_it_is_uploaded_again()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.UploadAsync("a b.txt", "telecom.base_stations 1 2023 ca-mau");
        var function = app.Get<RecordPoisonedDocument>();

        await function.Run("""{"FunctionId":"Host.Functions.IngestDocument","BlobType":"BlockBlob","ContainerName":"articles","BlobName":"a b.txt","ETag":"\"0x1\""}""", None);

        (await app.ManifestAsync("a b.txt")).Status.ShouldBe(DocumentStatus.Failed);
        await app.UploadAsync("a b.txt", "telecom.base_stations 2 2023 ca-mau");
        await app.Ingest.IngestAsync("a b.txt", None);
        (await app.ManifestAsync("a b.txt")).Status.ShouldBe(DocumentStatus.Extracted);
        await function.Run("""{"ContainerName":"articles","BlobName":"a b.txt"}""", None);
        (await app.ManifestAsync("a b.txt")).Status.ShouldBe(DocumentStatus.Extracted);
    }

    [Theory]
    [InlineData("""{"ContainerName":"articles","BlobName":"a/b.txt"}""", "a/b.txt")]
    [InlineData("""{"ContainerName":"other","BlobName":"a.txt"}""", null)]
    [InlineData("""{"ContainerName":"articles","BlobName":""}""", null)]
    [InlineData("""{"ContainerName":"articles"}""", null)]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    [InlineData("no json", null)]
    [InlineData("", null)]
    public void A_poison_message_names_a_document_or_is_dropped(string message, string? expected) =>
        RecordPoisonedDocument.NameIn(message).ShouldBe(expected);

    [Theory]
    [InlineData("soc-trang/a.txt", null, "soc-trang")]
    [InlineData("soc-trang.txt", null, null)]
    [InlineData("other/a.txt", null, null)]
    [InlineData("soc-trang/a.txt", "ca-mau", "ca-mau")]
    [InlineData("soc-trang/a.txt", "atlantis", "soc-trang")]
    [InlineData("a.txt", "viet-nam", "viet-nam")]
    public void Metadata_counts_more_than_the_folder_and_only_known_provinces_count(string name, string? metadata, string? expected)
    {
        var values = metadata is null ? [] : new Dictionary<string, string> { ["province"] = metadata };
        BlobHints.Of(new ArticleBlob(name, new Azure.ETag("1"), 1, default, values)).Province.ShouldBe(expected);
    }

    [Fact]
    public void Metadata_carries_Vietnamese_percent_encoded()
    {
        var metadata = BlobHints.ToMetadata([new("title", "Báo cáo 100%"), new("year", "2023")]);

        metadata.Values.ShouldAllBe(v => Ascii.IsValid(v));
        var hints = BlobHints.Of(new ArticleBlob("a.txt", new Azure.ETag("1"), 1, default, new Dictionary<string, string>(metadata)));
        (hints.Title, hints.Year).ShouldBe(("Báo cáo 100%", 2023));
    }
}
