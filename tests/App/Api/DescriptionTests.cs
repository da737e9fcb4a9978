using System.Text.Json.Nodes;
using ServerlessIct.App.Api.Description;

namespace ServerlessIct.App.Tests.Api;

public sealed class DescriptionTests
{
    static readonly JsonObject Description = OpenApiDocument.Build();

    [Fact]
    public void Every_schema_and_every_property_of_it_is_described()
    {
        var schemas = Description["components"]!["schemas"]!.AsObject();

        schemas.Where(s => !IsSentence(s.Value!["description"])).Select(s => s.Key).ShouldBeEmpty();
        schemas.SelectMany(s => PropertiesOf(s.Key, s.Value)).Where(p => !IsSentence(p.Schema["description"])).Select(p => p.Place).ShouldBeEmpty();
    }

    static IEnumerable<(string Place, JsonNode Schema)> PropertiesOf(string place, JsonNode? node)
    {
        if (node is JsonArray items) return items.SelectMany(i => PropertiesOf(place, i));
        if (node is not JsonObject owner) return [];
        var own = owner["properties"] is JsonObject properties
            ? properties.SelectMany(p => PropertiesOf($"{place}.{p.Key}", p.Value).Prepend(($"{place}.{p.Key}", p.Value!)))
            : [];
        return own.Concat(owner.Where(p => p.Key != "properties").SelectMany(p => PropertiesOf(place, p.Value)));
    }

    static bool IsSentence(JsonNode? text) => text?.GetValue<string>() is { Length: > 9 } sentence && sentence.EndsWith('.') && sentence.Contains(' ', StringComparison.Ordinal);
}
