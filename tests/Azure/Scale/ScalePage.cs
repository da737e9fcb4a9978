using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ServerlessIct.Azure.Tests.Scale;

/// <summary>Renews the tables of docs/scale.md: what stands between <c>&lt;!-- made: NAME --&gt;</c> and <c>&lt;!-- end --&gt;</c>.</summary>
static class ScalePage
{
    static readonly CultureInfo Words = CultureInfo.InvariantCulture;

    public static string Renewed(string page) => Regex.Replace(
        page, @"(<!-- made: (\w+) -->\n).*?(<!-- end -->)", m => m.Groups[1].Value + Table(m.Groups[2].Value) + m.Groups[3].Value, RegexOptions.Singleline,
        // The simulations run meanwhile.
        TimeSpan.FromMinutes(5));

    /// <summary>Entities that a document writes.</summary>
    public static int EntitiesOf(LoadShape shape) => 2 + shape.Observations + shape.Series;

    static string Table(string name) => name switch
    {
        "needs" => Needs(),
        "simulation" => Simulation(),
        "cost" => Cost(),
        "prices" => PriceList(),
        _ => throw new InvalidOperationException($"docs/scale.md asks for the unknown table '{name}'."),
    };

    static string Needs()
    {
        var shape = new LoadShape { Documents = 1, Seconds = 0, Provinces = 63 };
        var perDocument = shape.ReadingSeconds + 10 * shape.RequestSeconds;
        var text = new StringBuilder("| documents a day | a second | entities a second | of the account's limit | in the busiest province (a fifth) | of its partition's limit | documents at a time | instances | rows after a year |\n|---|---|---|---|---|---|---|---|---|\n");
        foreach (var documents in (int[])[1_000, 100_000, 10_000_000])
        {
            var second = documents / 86_400.0;
            var entities = second * EntitiesOf(shape);
            var busiest = second * shape.Observations / 5;
            var atOnce = second * perDocument;
            text.Append(Words, $"| {documents:N0} | {second:0.###} | {entities:0.##} | {entities / TableLimits.OfAccount:0.###%} | {busiest:0.##} | {busiest / TableLimits.OfPartition:0.##%} | {atOnce:0.##} | {Math.Ceiling(atOnce / 8):0} | {documents * 365.0 * shape.Observations:N0} |\n");
        }
        return text.ToString();
    }

    static string Simulation()
    {
        var text = new StringBuilder("| load | stored a second | refused requests | given up | 99 of 100 within |\n|---|---|---|---|---|\n");
        foreach (var (what, shape) in Loads)
        {
            var result = new LoadSimulation(shape, seed: 1).Run();
            text.Append(Words, $"| {what} | {result.PerSecond:0} | {result.RefusedShare:0.0%} | {result.Poisoned} | {result.Latency:0} s |\n");
        }
        return text.ToString();
    }

    static IEnumerable<(string What, LoadShape Shape)> Loads =>
    [
        ("20,000 at once, all provinces, 40 instances", new() { Documents = 20_000, Seconds = 0, Provinces = 63 }),
        ("20,000 at once, one province, 40 instances", new() { Documents = 20_000, Seconds = 0, Provinces = 1 }),
        ("the same, its partition split by 8", new() { Documents = 20_000, Seconds = 0, Provinces = 1, PartitionsOfProvince = 8 }),
        ("60,000 at once, all provinces, 1,000 instances", new() { Documents = 60_000, Seconds = 0, Provinces = 63, Workers = 8_000 }),
        ("10,000,000 a day (the first 60,000), all provinces", new() { Documents = 60_000, Seconds = 60_000 / (10_000_000 / 86_400.0), Provinces = 63 }),
    ];

    static string Cost()
    {
        var cost = new DocumentCost(new Prices(), new LoadShape { Documents = 1, Seconds = 0, Provinces = 63 });
        var text = new StringBuilder("| service | one document takes | dollars for 1,000 |\n|---|---|---|\n");
        foreach (var (service, takes, dollars) in cost.Thousand) text.Append(Words, $"| {service} | {takes} | {dollars:0.0000} |\n");
        text.Append(Words, $"| **all** | | **{cost.Total:0.000}** |\n");
        return text.ToString();
    }

    static string PriceList()
    {
        var text = new StringBuilder("| price | dollars |\n|---|---|\n");
        var prices = new Prices();
        foreach (var price in typeof(Prices).GetProperties().Where(p => p.PropertyType == typeof(decimal)))
            text.Append(Words, $"| {Regex.Replace(price.Name, "(?<=[a-z])(?=[A-Z])", " ", RegexOptions.None, TimeSpan.FromSeconds(1)).ToLowerInvariant()} | {price.GetValue(prices)} |\n");
        return text.ToString();
    }
}
