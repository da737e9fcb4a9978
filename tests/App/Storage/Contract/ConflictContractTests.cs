using Azure;
using Azure.Core;
using ServerlessIct.App.Api;
using ServerlessIct.App.Storage;
using ServerlessIct.App.Tests.Api;

namespace ServerlessIct.App.Tests.Storage.Contract;

/// <summary>What the service answers to who lost a race, and that the work is begun again exactly then.</summary>
[Collection("storage")]
public sealed class ConflictContractTests(AzuriteFixture azurite)
{
    const string Name = "soc-trang/2023.txt";

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> Races => new()
    {
        { "a new manifest where there is one", 409 },
        { "a manifest that was written since", 412 },
        { "a manifest that was removed since", 404 },
        { "the removal of a manifest that was written since", 412 },
        { "the bytes of a blob that was written since", 412 },
        // The service itself says 404.
        { "the bytes of a blob that was removed since", 412 },
        { "a new blob where there is one", 409 },
    };

    [Theory]
    [MemberData(nameof(Races))]
    public async Task A_lost_race_has_a_status_upon_which_the_work_is_begun_again(string race, int status)
    {
        await using var app = await TestApp.StartAsync(azurite);
        var (documents, blobs) = (app.Documents, app.Get<DocumentBlobs>());
        await app.UploadAsync(Name, "a");
        var blob = (await blobs.FindAsync(Name, Token))!;
        var read = await documents.SaveAsync(Samples.Manifest(Name), Token);
        Func<Task> lost = race switch
        {
            "a new manifest where there is one" => () => documents.SaveAsync(Samples.Manifest(Name), Token),
            "a manifest that was written since" => () => documents.SaveAsync(read with { Title = "a" }, Token),
            "a manifest that was removed since" => () => documents.SaveAsync(read, Token),
            "the removal of a manifest that was written since" => () => documents.DeleteAsync(read, Token),
            "a new blob where there is one" => () => blobs.UploadAsync(Name, new MemoryStream([1]), null, new Dictionary<string, string>(), onlyNew: true, Token),
            _ => () => blobs.DownloadAsync(blob, Token),
        };
        if (race.Contains("manifest that was written", StringComparison.Ordinal)) await documents.SaveAsync(read with { Title = "b" }, Token);
        if (race.Contains("manifest that was removed", StringComparison.Ordinal)) await documents.DeleteAsync(read, Token);
        if (race.Contains("blob that was written", StringComparison.Ordinal)) await app.UploadAsync(Name, "b");
        if (race.Contains("blob that was removed", StringComparison.Ordinal)) await app.DeleteAsync(Name);

        var error = await Should.ThrowAsync<RequestFailedException>(lost);

        error.Status.ShouldBe(status, race);
        StorageRetries.IsWorthRepeating(error).ShouldBeTrue(race);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(413)]
    [InlineData(501)]
    public void What_would_fail_again_is_not_begun_again(int status) => StorageRetries.IsWorthRepeating(new RequestFailedException(status, "")).ShouldBeFalse();

    [Fact]
    public async Task The_removal_of_what_is_gone_is_no_error()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var read = await app.Documents.SaveAsync(Samples.Manifest(Name), Token);
        await app.Documents.DeleteAsync(read, Token);
        await app.Documents.DeleteAsync(read, Token);
        await app.Get<DocumentIssueTable>().ForgetAsync(read.Id, Token);
        await app.Get<ObservationTable>().ReplaceAsync([], [Samples.Observation(1).Address()], Token);
        await app.Get<DocumentBlobs>().DeleteAsync(Name, Token);
        (await app.SnapshotAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mark_that_was_made_again_since_it_was_read_stays_and_the_others_go()
    {
        await using var app = await TestApp.StartAsync(azurite);
        SeriesKey[] keys = [new("soc-trang", "it's"), new("soc-trang", "Đà/Nẵng"), new("soc-trang", "c")];
        await app.DirtySeries.MarkAsync(keys, Token);
        var read = await app.DirtySeries.ReadMarksAsync(Token);
        await app.DirtySeries.MarkAsync([keys[1]], Token);
        await app.DirtySeries.DoneAsync(read.Single(m => m.Key == keys[2]), Token);

        await app.DirtySeries.DoneAsync(read, Token);

        (await app.MarksAsync()).ShouldBe(["soc-trang Đà/Nẵng"]);
    }

    [Fact]
    public async Task A_document_that_is_taken_out_while_it_is_read_leaves_nothing()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await using var other = TestApp.Join(azurite);
        await app.UploadAsync(Name, "telecom.base_stations 1422 2023");
        var isDone = false;
        app.Tap.Before = async request =>
        {
            // The claim is an addition; the change is the end of the work.
            if (isDone || !IsManifest(request) || request.Method != RequestMethod.Put) return;
            isDone = true;
            await other.DeleteAsync(Name);
            await other.Ingest.IngestAsync(Name, Token);
        };

        (await app.Ingest.IngestAsync(Name, Token)).ShouldBeNull();

        isDone.ShouldBeTrue();
        // The record stays, hidden, until the one who lost can have nothing more to write.
        app.Time.Shift = TimeSpan.FromHours(1);
        await app.Sweep.RunAsync(Token);
        (await app.SnapshotAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_document_that_is_brought_in_while_its_former_version_is_taken_out_is_accepted()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await using var other = TestApp.Join(azurite);
        await app.UploadAsync(Name, "telecom.base_stations 1346 2022");
        await app.Ingest.IngestAsync(Name, Token);
        var isDone = false;
        app.Tap.Before = async request =>
        {
            if (isDone || !IsManifest(request) || request.Method != RequestMethod.Put) return;
            isDone = true;
            await other.Documents.DeleteAsync(await other.ManifestAsync(Name), Token);
        };

        var (status, _) = await app.CallAsync(r => app.Get<WriteDocuments>().Put(r, Name, Token), body: "telecom.base_stations 1422 2023");

        (status, isDone).ShouldBe((202, true));
    }

    static bool IsManifest(Request request) => request.Uri.Path.Contains("/documents", StringComparison.Ordinal);
}
