using ServerlessIct.App.Storage;
using static System.FormattableString;

namespace ServerlessIct.App.Tests.Storage.Contract;

/// <summary>The service gives at most 1,000 rows at a time.</summary>
[Collection("storage")]
public sealed class PagingContractTests(AzuriteFixture azurite)
{
    const int Rows = 2_105;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_observation_comes_once_in_the_order_of_its_key_and_a_rare_one_is_found_behind_many_others()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var table = app.Get<ObservationTable>();
        await table.ReplaceAsync(Enumerable.Range(0, Rows).Select(i => Samples.Observation(i, year: i == Rows - 1 ? 2024 : 2023)), [], Token);
        app.Traffic.Reset();

        var all = await table.AllAsync(Samples.Province, null, null, Token).Select(o => o.Ordinal).ToListAsync(Token);

        all.ShouldBe(Enumerable.Range(0, Rows));
        app.Traffic.Requests.ShouldBe(3);
        (await table.OfProvinceAsync(Samples.Province, Token).CountAsync(Token)).ShouldBe(Rows);
        (await table.BetweenAsync(null, null, Token).CountAsync(Token)).ShouldBe(Rows);
        (await table.AllAsync(null, null, (2024, 2024), Token).SingleAsync(Token)).Ordinal.ShouldBe(Rows - 1);
    }

    [Theory]
    [InlineData(70)]
    [InlineData(1_000)]
    [InlineData(2_000)]
    public async Task Documents_come_page_by_page_each_once_in_the_order_of_their_ids(int limit)
    {
        await using var app = await TestApp.StartAsync(azurite);
        var names = Enumerable.Range(0, 1_010).Select(i => Invariant($"báo cáo {i}.txt")).ToList();
        await Parallel.ForEachAsync(names, Token, async (name, token) => await app.Documents.SaveAsync(Samples.Manifest(name), token));
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = await app.Documents.PageAsync(new DocumentFilter([], [], null), limit, after, Token);
            page.Documents.Count.ShouldBeLessThanOrEqualTo(limit);
            seen.AddRange(page.Documents.Select(d => d.Id));
            after = page.Next;
        }
        while (after is not null);

        seen.ShouldBe(names.Select(DocumentId.Of).Order(StringComparer.Ordinal));
    }
}
