using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServerlessIct.EndToEnd.Tests.Conformance;

/// <summary>The check that datasets are held to finds what is wrong with one: each row breaks a rule of JSON-stat 2.0 in a dataset that keeps them all.</summary>
public sealed class JsonStatRuleTests(SharedSystem shared)
{
    const string Good = """
        {
          "version": "2.0", "class": "dataset", "label": "A cube", "updated": "2026-01-31", "note": ["one", "two"],
          "id": ["place", "measure", "year"], "size": [3, 1, 2], "role": { "geo": ["place"], "metric": ["measure"], "time": ["year"] },
          "link": { "alternate": [{ "type": "text/csv", "href": "https://example.org/a.csv" }] },
          "dimension": {
            "place": { "category": { "index": ["all", "north", "south"], "label": { "all": "All", "north": "North", "south": "South" }, "child": { "all": ["north", "south"] } } },
            "measure": { "category": { "label": { "stations": "Stations" }, "unit": { "stations": { "label": "count", "decimals": 0 } } } },
            "year": { "category": { "index": { "2022": 0, "2023": 1 } } }
          },
          "value": [10, 12, 4, 5, 6, 7], "status": { "5": "E" }, "extension": { "anything": true }
        }
        """;

    [Theory]
    [InlineData("", null, "")]
    [InlineData("value", "{ \"0\": 10, \"5\": 7 }", "")]
    [InlineData("status", "\"E\"", "")]
    [InlineData("status", "[\"A\", null, \"A\", \"A\", \"A\", \"E\"]", "")]
    [InlineData("dimension/place/category/label", null, "")]
    [InlineData("version", "\"1.0\"", "/version")]
    [InlineData("class", "\"cube\"", "/class")]
    [InlineData("id", null, "required property 'id'")]
    [InlineData("id", "[\"place\", \"measure\"]", "id has 2 dimensions, size 3")]
    [InlineData("id", "[\"place\", \"place\", \"year\"]", "duplicate")]
    [InlineData("id/0", "\"where\"", "do not name the same dimensions")]
    [InlineData("dimension/extra", "{ \"category\": { \"index\": [\"a\"] } }", "do not name the same dimensions")]
    [InlineData("size", "[3, 1, \"2\"]", "/size/2")]
    [InlineData("size", "[3, 1, -2]", "/size/2")]
    [InlineData("size", "[3, 1, 3]", "value has 6 cells instead of 9")]
    [InlineData("value", "[1, 2, 3]", "value has 3 cells instead of 6")]
    [InlineData("value", "[1, 2, 3, 4, 5, true]", "/value")]
    [InlineData("value", "{ \"6\": 1 }", "value has a place that is not of the 6 cells")]
    [InlineData("value", "{ \"one\": 1 }", "value has a place that is not of the 6 cells")]
    [InlineData("status", "{ \"6\": \"E\" }", "status has a place that is not of the 6 cells")]
    [InlineData("status", "[\"A\"]", "status has 1 cells instead of 6")]
    [InlineData("status", "{ \"0\": 1 }", "/status")]
    [InlineData("role", null, "measure: unit is for dimensions that are metric")]
    [InlineData("role", "{ \"metric\": [\"year\"] }", "year: it is metric and says no unit")]
    [InlineData("role", "{}", "/role")]
    [InlineData("role", "{ \"space\": [\"place\"] }", "/role")]
    [InlineData("role", "{ \"metric\": [\"measure\"], \"time\": [\"month\"] }", "role names a dimension that does not exist")]
    [InlineData("role", "{ \"metric\": [\"measure\"], \"time\": [\"measure\"] }", "two roles")]
    [InlineData("role", "{ \"time\": [\"year\"] }", "measure: unit is for dimensions that are metric")]
    [InlineData("note", "[\"one\", \"one\"]", "/note")]
    [InlineData("note", "\"one\"", "/note")]
    [InlineData("updated", "\"soon\"", "/updated")]
    [InlineData("extension", "[]", "/extension")]
    [InlineData("link", "{ \"alternate\": { \"href\": \"https://example.org/\" } }", "/link")]
    [InlineData("dimension/place/category", null, "/dimension/place")]
    [InlineData("dimension/place/category", "{}", "/dimension/place/category")]
    [InlineData("dimension/place/category/index", null, "only a single category may have no index")]
    [InlineData("dimension/place/category/index", "[\"all\", \"north\"]", "place: 2 categories instead of 3")]
    [InlineData("dimension/place/category/index", "[\"all\", \"north\", \"north\"]", "duplicate")]
    [InlineData("dimension/year/category/index", "{ \"2022\": 1, \"2023\": 2 }", "year: the places of index")]
    [InlineData("dimension/year/category/index", "{ \"2022\": 0, \"2023\": 0 }", "year: the places of index")]
    [InlineData("dimension/place/category/label", "{}", "/dimension/place/category/label")]
    [InlineData("dimension/place/category/label/west", "\"West\"", "place: label names a category that does not exist")]
    [InlineData("dimension/place/category/label/south", null, "place: a category has no label")]
    [InlineData("dimension/place/category/child", "{ \"all\": [\"west\"] }", "child names a category that does not exist")]
    [InlineData("dimension/place/category/child", "{ \"all\": [\"north\"], \"north\": [\"south\"], \"south\": [\"north\"] }", "child goes round in a circle")]
    [InlineData("dimension/place/category/note", "{ \"west\": [\"far\"] }", "note names a category that does not exist")]
    [InlineData("dimension/year/category/coordinates", "{ \"2022\": [106.6, 10.8] }", "coordinates are for dimensions that are geo")]
    [InlineData("dimension/place/category/coordinates", "{ \"north\": [106.6] , \"south\": [1, 2, 3] }", "/dimension/place/category/coordinates")]
    [InlineData("dimension/measure/category/unit/stations/decimals", null, "required property 'decimals'")]
    [InlineData("dimension/measure/category/unit/stations/position", "\"end\"", "symbol")]
    [InlineData("dimension/measure/category/unit", "{}", "a category has no unit")]
    [InlineData("dimension/measure/category/unit/others", "{ \"decimals\": 0 }", "unit names a category that does not exist")]
    [InlineData("dimension/measure/unknown", "1", "/dimension/measure")]
    [InlineData("unknown", "1", "additional")]
    public async Task A_rule_that_is_broken_is_found(string place, string? replacement, string complaint)
    {
        var dataset = JsonNode.Parse(Good)!;
        if (place.Length > 0) Put(dataset, place, replacement);

        var complaints = await (await ApiCheck.OfAsync(shared.System.Endpoint)).ComplaintsAsync(JsonSerializer.SerializeToElement(dataset), []);

        if (complaint.Length == 0) complaints.ShouldBeEmpty();
        else complaints.ShouldContain(c => c.Contains(complaint, StringComparison.Ordinal), string.Join('\n', complaints));
    }

    static void Put(JsonNode root, string place, string? replacement)
    {
        var parts = place.Split('/');
        var owner = parts[..^1].Aggregate(root, (node, part) => node[part]!);
        if (owner is JsonArray list) list[int.Parse(parts[^1], System.Globalization.CultureInfo.InvariantCulture)] = JsonNode.Parse(replacement!);
        else if (replacement is null) owner.AsObject().Remove(parts[^1]);
        else owner[parts[^1]] = JsonNode.Parse(replacement);
    }
}
