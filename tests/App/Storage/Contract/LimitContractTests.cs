using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Data.Tables;
using ServerlessIct.App.Ingest;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;
using static System.FormattableString;

namespace ServerlessIct.App.Tests.Storage.Contract;

/// <summary>
/// The limits of the service, which the emulator does not all have: a string of 32,768 UTF-16 units, an entity of 1 MiB, 15 comparisons in a filter.
/// Whatever a document says, what is sent stays within them.
/// </summary>
[Collection("storage")]
public sealed partial class LimitContractTests(AzuriteFixture azurite)
{
    const int LongestString = 32_768, MiB = 1024 * 1024, MostComparisons = 15;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Letters => ["x", "ế", "🇻", "\"", "\\", "'"];

    [Theory]
    [MemberData(nameof(Letters))]
    public async Task A_document_of_one_endless_sentence_is_stored(string letter)
    {
        var text = string.Concat(Enumerable.Repeat(letter, 100_000));
        await using var app = await TestApp.StartAsync(azurite, (read, _) => Endless(read));
        await app.UploadAsync("soc-trang/a.txt", "x" + text, new() { ["title"] = Uri.EscapeDataString(text[..600]), ["source"] = new string('s', 600) });

        var manifest = (await app.Ingest.IngestAsync("soc-trang/a.txt", Token)).ShouldNotBeNull();
        await app.Rebuild.RunAsync(Token);

        (manifest.Status, manifest.Observations, manifest.Error).ShouldBe((DocumentStatus.Extracted, 2, null));
        manifest.Notes.ShouldNotBeEmpty();
        await ShouldFitAsync(app);
    }

    [Fact]
    public async Task The_title_of_a_page_is_stored_however_long_it_is()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.UploadAsync("soc-trang/a.html", $"<html><head><title>{string.Concat(Enumerable.Repeat("ế", 100_000))}</title></head><body>telecom.base_stations 5 2023</body></html>");

        (await app.Ingest.IngestAsync("soc-trang/a.html", Token)).ShouldNotBeNull().Status.ShouldBe(DocumentStatus.Extracted);

        await ShouldFitAsync(app);
    }

    [Fact]
    public async Task The_largest_manifest_fits_an_entity_and_a_larger_one_is_refused_before_it_is_sent()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var rows = new HashSet<RowAddress>();
        // Random keys cannot be compressed below half their length: some 860 KiB are 3,200 of them.
        while (rows.Count < 3_200) rows.Add(new RowAddress("ca-mau", Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(256))));
        var manifest = Samples.Manifest(new string('ế', 1_000)) with { Title = new string('ế', 500), Error = new string('ế', 1_000), Source = new string('ế', 500), Rows = rows };

        var saved = await app.Documents.SaveAsync(manifest, Token);

        (await app.Documents.FindAsync(saved.Id, Token))!.Rows.SetEquals(rows).ShouldBeTrue();
        await ShouldFitAsync(app, atLeastBytes: 800 * 1024);
        app.Traffic.Reset();
        var more = rows.Concat(rows.Select(r => r with { RowKey = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(256)) })).ToHashSet();
        var error = await Should.ThrowAsync<InvalidOperationException>(() => app.Documents.SaveAsync(saved with { Rows = more }, Token));
        error.Message.ShouldBe("The keys of 6400 observations do not fit one manifest.");
        app.Traffic.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task A_point_with_thousands_of_alternatives_keeps_the_first_of_them()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var point = Samples.Point(Samples.Indicator, 2023);
        point = point with { Alternatives = [.. Enumerable.Range(0, 5_000).Select(i => point.Chosen! with { Ordinal = i })] };
        await app.Get<SeriesTable>().SubmitAsync([new(TableTransactionActionType.Add, SeriesRows.Of(point))], Token);

        var read = await app.Get<SeriesTable>().QueryAsync(Samples.Indicator, null, 2023, 2023, Token).SingleAsync(Token);

        read.Alternatives.Count.ShouldBeGreaterThan(50);
        read.Alternatives.Select(a => a.Ordinal).ShouldBe(Enumerable.Range(0, read.Alternatives.Count));
        await ShouldFitAsync(app);
    }

    [Fact]
    public async Task No_filter_has_more_comparisons_than_the_service_takes()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var filters = new List<string>();
        app.Tap.Before = request =>
        {
            if (request.Method == RequestMethod.Get) filters.Add(Uri.UnescapeDataString(request.Uri.Query));
            return Task.CompletedTask;
        };
        string[] provinces = [.. Enumerable.Range(0, 25).Select(i => Invariant($"p{i} eq 'x' or"))];
        var statuses = Enum.GetValues<DocumentStatus>();

        await app.Get<ObservationTable>().OfSeriesAsync("p", provinces[..ObservationTable.MostSeries], Token).CountAsync(Token);
        await app.Get<ObservationTable>().AllAsync("p", "i", (2000, 2001), Token).CountAsync(Token);
        foreach (var count in (int[])[1, 6, 7, 12, 13, 20, 25])
        {
            await app.Get<SeriesTable>().StoredAsync("i", provinces[..count], Token);
            await app.Documents.PageAsync(new DocumentFilter(statuses, provinces[..count], null), 10, DocumentId.Of("a"), Token);
            await app.Get<DocumentIssueTable>().ListAsync(provinces[..count], 10, Token);
        }
        await app.Get<SeriesTable>().QueryAsync("i", "p", 2000, 2001, Token).CountAsync(Token);

        filters.Count.ShouldBeGreaterThan(20);
        filters.Max(Comparisons).ShouldBe(MostComparisons);
    }

    /// <summary>One figure and one statistic without an indicator, whose every text is the whole document, with all notes and comparisons one can think of.</summary>
    static ExtractionResult Endless(string text)
    {
        var all = new SourceSpan(0, text.Length);
        var observation = new Observation
        {
            Indicator = Samples.Indicator,
            Label = text,
            Value = 1,
            Unit = Unit.Count,
            Period = Period.OfYear(2023),
            Source = all,
            Sentence = all,
            Comparisons = [.. Enumerable.Range(0, 1_000).Select(i => new Comparison(Basis.Of(Period.OfYear(2000)), Relation.Change, i, Unit.Count))],
        };
        return new ExtractionResult(text, Samples.Province, Period.OfYear(2023), null, [observation, observation with { Indicator = null }])
        {
            Notes = [.. Enumerable.Repeat(new ExtractionNote(text, all), 50)],
        };
    }

    static async Task ShouldFitAsync(TestApp app, int atLeastBytes = 0)
    {
        var largest = 0;
        foreach (var name in StorageSetup.Tables)
            await foreach (var row in app.Get<StorageClients>().Tables.GetTableClient(name).QueryAsync<TableEntity>())
            {
                foreach (var (property, value) in row)
                    if (value is string text) text.Length.ShouldBeLessThanOrEqualTo(LongestString, $"{name}: {property}");
                largest = Math.Max(largest, StoredBytes(row));
            }
        largest.ShouldBeInRange(atLeastBytes, MiB);
    }

    /// <summary>What the service counts: of a string and of every name two bytes a character.</summary>
    static int StoredBytes(TableEntity row) =>
        4 + row.Where(p => p.Key != "odata.etag").Sum(p => 8 + (2 * p.Key.Length) + p.Value switch
        {
            string text => 4 + (2 * text.Length),
            byte[] bytes => 4 + bytes.Length,
            _ => 8,
        });

    static int Comparisons(string query) => Comparison().Count(Quoted().Replace(query, ""));

    [GeneratedRegex("'(?:[^']|'')*'", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();

    [GeneratedRegex(" (?:eq|ne|lt|le|gt|ge) ", RegexOptions.NonBacktracking)]
    private static partial Regex Comparison();
}
