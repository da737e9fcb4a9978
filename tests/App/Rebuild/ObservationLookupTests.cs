using ServerlessIct.App.Rebuild;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators.Catalogue;

namespace ServerlessIct.App.Tests.Rebuild;

/// <summary>How many queries it takes to read some series.</summary>
[Collection("storage")]
public sealed class ObservationLookupTests(AzuriteFixture azurite)
{
    static readonly string[] Codes = [.. IndicatorCatalogue.Default.All.Select(i => i.Code).OrderBy(c => c + "|", StringComparer.Ordinal)];

    [Theory]
    [InlineData("none", "", "")]
    [InlineData("one", "5", "5")]
    [InlineData("neighbours", "5 6 7", "5,6,7")]
    [InlineData("in another order", "7 5 6", "5,6,7")]
    [InlineData("with little between", "5 8 11", "5,8,11")]
    [InlineData("far apart", "5 9 40", "5 9 40")]
    [InlineData("more than a filter takes", "0 1 2 3 4 5 6 7", "0,1,2,3,4,5 6,7")]
    public void Series_that_lie_near_each_other_are_read_together(string what, string indicators, string queries) =>
        string.Join(' ', ObservationLookup.QueryGroups(Numbers(indicators).Select(i => Codes[i])).Select(q => string.Join(',', q.Select(c => Array.IndexOf(Codes, c)))))
            .ShouldBe(queries, what);

    [Fact]
    public async Task Each_gets_its_own_figures_and_no_others_are_read()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var records = StoredWorld.Observations(2, Codes.Length, 2, seed: 3).ToList();
        await app.Get<ObservationTable>().ReplaceAsync(records, [], CancellationToken.None);
        var asked = records.Select(r => new SeriesKey(r.Province!, r.Observation.Indicator!)).Distinct().Where((_, i) => i % 3 != 1).ToList();
        app.Traffic.Reset();

        var stated = await ObservationLookup.ReadAsync(app.Get<ObservationTable>(), asked, CancellationToken.None);

        foreach (var key in asked)
            stated.Of(key).Select(c => (c.Document, c.Value)).ShouldBe(
                records.Where(r => r.Province == key.Province && r.Observation.Indicator == key.Indicator).OrderBy(r => r.Address().RowKey, StringComparer.Ordinal)
                    .Select(r => (r.Document, r.Observation.Value)), key.ToString());
        app.Traffic.RowsRead.ShouldBe(asked.Sum(k => stated.Of(k).Count));
        app.Traffic.Requests.ShouldBeLessThan(asked.Count / 4);
    }

    static IEnumerable<int> Numbers(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => int.Parse(w, System.Globalization.CultureInfo.InvariantCulture));
}
