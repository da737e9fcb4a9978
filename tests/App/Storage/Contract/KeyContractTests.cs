using Azure.Data.Tables;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Tests.Storage.Contract;

/// <summary>Any word in a key or a filter finds its own rows and no others, and ends no quotes.</summary>
[Collection("storage")]
public sealed class KeyContractTests(AzuriteFixture azurite)
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Words => Samples.Words;

    [Theory]
    [MemberData(nameof(Words))]
    public async Task An_observation_is_found_by_series_number_document_and_range_and_removed(string name, string word)
    {
        await using var app = await TestApp.StartAsync(azurite);
        var table = app.Get<ObservationTable>();
        var wanted = Samples.Observation(1, word, word, document: word);
        ObservationRecord[] others = [Samples.Observation(2, word + "x", document: word + "x"), Samples.Observation(3, "other"), Samples.Observation(4, "")];
        await table.ReplaceAsync([wanted, .. others], [], Token);

        IAsyncEnumerable<ObservationRecord>[] found =
        [
            table.OfSeriesAsync(Samples.Province, [word], Token),
            table.OfNumberAsync(new SeriesKey(Samples.Province, word), Period.OfYear(2023), Token),
            table.AllAsync(Samples.Province, word, (2023, 2023), Token),
            (await table.OfDocumentAsync(word, [Samples.Province], Token)).ToAsyncEnumerable(),
        ];
        foreach (var rows in found)
        {
            var row = (await rows.ToListAsync(Token)).ShouldHaveSingleItem(name);
            (row.Ordinal, row.Observation.Indicator, row.Observation.Label, row.Address()).ShouldBe((1, word, word, wanted.Address()));
        }
        (await table.OfSeriesAsync(Samples.Province, [word, "other"], Token).Select(o => o.Ordinal).Order().ToListAsync(Token)).ShouldBe([1, 3]);

        await table.ReplaceAsync([], [wanted.Address()], Token);

        (await table.OfProvinceAsync(Samples.Province, Token).Select(o => o.Ordinal).Order().ToListAsync(Token)).ShouldBe([2, 3, 4], name);
    }

    [Theory]
    [MemberData(nameof(Words))]
    public async Task A_series_is_found_with_its_section_and_issues_and_replaced(string name, string word)
    {
        await using var app = await TestApp.StartAsync(azurite);
        var table = app.Get<SeriesTable>();
        var section = new CrossSection(Period.OfYear(2023), [new PlaceFigure(Samples.Province, 5, Unit.Count)]);
        var issue = new SeriesIssue(IssueKind.Gap, Period.OfYear(2022), word, []);
        TableEntity[] own = [SeriesRows.Of(Samples.Point(word, 2023)), SeriesRows.Of(word, section), SeriesRows.Of(word, Samples.Province, [issue])];
        await table.SubmitAsync(
            own.Append(SeriesRows.Of(Samples.Point(word + "x", 2023))).Select(r => new TableTransactionAction(TableTransactionActionType.Add, r)), Token);

        (await table.QueryAsync(word, Samples.Province, 2023, 2023, Token).ToListAsync(Token)).ShouldHaveSingleItem(name).Indicator.ShouldBe(word);
        (await table.SectionsAsync(word, 2023, 2023, Token)).ShouldHaveSingleItem(name).Of(Samples.Province)!.Value.ShouldBe(5);
        (await table.IssuesAsync(word, Token)).ShouldHaveSingleItem(name).Issues.ShouldHaveSingleItem().Detail.ShouldBe(word);
        var stored = await table.StoredAsync(word, [Samples.Province], Token);
        stored.Put(SeriesRows.Of(Samples.Point(word, 2023))).ShouldBeNull("the row is there as it should be");
        var change = stored.Put(own[1]) ?? stored.Put(SeriesRows.Of(word, Samples.Province, []));
        await table.SubmitAsync([change.ShouldNotBeNull()], Token);
        (await table.IssuesAsync(word, Token)).ShouldHaveSingleItem(name).Issues.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Words))]
    public async Task A_document_is_found_by_its_name_and_listed_by_its_province(string name, string word)
    {
        await using var app = await TestApp.StartAsync(azurite);
        var saved = await app.Documents.SaveAsync(Samples.Manifest(word) with { Province = word, Title = word }, Token);
        await app.Documents.SaveAsync(Samples.Manifest(word + "x") with { Province = word + "x" }, Token);

        var page = await app.Documents.PageAsync(new DocumentFilter([DocumentStatus.Extracted], [word], null), 10, null, Token);

        var listed = page.Documents.ShouldHaveSingleItem(name);
        (listed.Name, listed.Title, listed.Province, listed.ETag).ShouldBe((word, word, word, saved.ETag));
        await app.Documents.DeleteAsync(listed, Token);
        (await app.Documents.FindAsync(DocumentId.Of(word), Token)).ShouldBeNull(name);
        (await app.Documents.FindAsync(DocumentId.Of(word + "x"), Token)).ShouldNotBeNull(name);
    }
}
