using System.Globalization;
using System.Text.Json;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.Indicators.Tests.Series;

public sealed class ChoiceTests
{
    static readonly IReadOnlyList<ChoiceCase> Cases = Load();

    public static TheoryData<string> Names => [.. Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_figure_is_taken_for_its_reason(string name)
    {
        var expected = Cases.Single(c => c.Name == name);
        var unit = Unit.Of(expected.Unit);
        var rules = new SeriesRules(unit, 0, unit == Unit.Percent ? 100 : null);
        var taken = expected.Taken.Split(' ');
        var sources = new DeltaCase(name, expected.Unit, expected.Sources, []).Candidates().ToList();

        foreach (var order in (List<Candidate>[])[sources, [.. sources.AsEnumerable().Reverse()]])
        {
            var point = SeriesBuilder.Build("soc-trang", "telecom.base_stations", order, rules).Single(p => p.Period.ToString() == taken[0] && (p.Kind == Kind.Actual || taken[0] == "2025"));
            string.Create(CultureInfo.InvariantCulture, $"{point.Period} {point.Chosen!.Value} {point.Why.ToString().ToLowerInvariant()}").ShouldBe(expected.Taken);
        }
    }

    static IReadOnlyList<ChoiceCase> Load()
    {
        using var json = typeof(ChoiceTests).Assembly.GetManifestResourceStream("choices.json")!;
        return JsonSerializer.Deserialize<List<ChoiceCase>>(json, JsonSerializerOptions.Web)!;
    }

    sealed record ChoiceCase(string Name, string Unit, IReadOnlyList<string> Sources, string Taken);
}
