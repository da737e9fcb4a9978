using System.Globalization;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.Indicators.Tests.Series;

public sealed class DeltaTests
{
    public static TheoryData<string> Names => [.. DeltaCase.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_case_has_its_verdicts(string name)
    {
        var expected = DeltaCase.All.Single(c => c.Name == name);
        var found = SeriesBuilder.Build("soc-trang", "telecom.base_stations", expected.Candidates())
            .SelectMany(p => p.Deltas.Select(d => (Point: p, Delta: d)))
            .ToList();

        found.Select(f => Heading(f.Point, f.Delta)).ShouldBe(expected.Expect.Select(e => e[..(e.IndexOf(':', StringComparison.Ordinal) + 1)]));
        foreach (var (line, delta) in expected.Expect.Zip(found.Select(f => f.Delta))) ShouldSay(delta, line);
    }

    [Fact]
    public void A_delta_carries_its_reports_once_those_of_the_chosen_source_first()
    {
        var points = new DeltaCase("", "count", ["2023 1422 | 2022 change 5.6 %", "2023 1422 estimated | 2022 change 76 count | 2022 change 5.6 %"], [])
            .Candidates();

        var delta = SeriesBuilder.Build("soc-trang", "telecom.base_stations", points).Single().Deltas.Single();

        delta.Reported.Select(r => r.Value).ShouldBe([5.6m, 76m]);
        delta.Basis.ShouldBe(Basis.Of(Period.OfYear(2022)));
        delta.BasisPeriod.ShouldBe(Period.OfYear(2022));
    }

    static string Heading(SeriesPoint point, Delta delta) =>
        $"{(point.Kind == Kind.Target ? "target " : "")}{point.Period.ToString()} against {delta.Basis?.ToString() ?? "?"}:";

    static void ShouldSay(Delta delta, string line)
    {
        var words = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        delta.Verdict.ToString().ToLowerInvariant().ShouldBe(words[0], line);
        for (var i = 1; i < words.Length; i += 2)
        {
            if (words[i] == "reading")
            {
                string.Join(',', delta.Reported.Select(r => r.Reading?.ToString().ToLowerInvariant() ?? "none")).ShouldBe(words[i + 1], line);
                continue;
            }

            decimal? expected = words[i + 1] == "none" ? null : decimal.Parse(words[i + 1], CultureInfo.InvariantCulture);
            Part(delta, words[i]).ShouldBe(expected, $"{words[i]} in: {line}");
        }
    }

    static decimal? Part(Delta delta, string name) => name switch
    {
        "absolute" => delta.Absolute,
        "relative" => delta.Relative,
        "points" => delta.Points,
        "implied" => delta.ImpliedPrevious,
        "from" => delta.Implied.Count > 0 ? delta.Implied[0].Low : null,
        "to" => delta.Implied.Count > 0 ? delta.Implied[0].High : null,
        "first" => delta.Implied is [var first, _] ? first.Value : null,
        "second" => delta.Implied is [_, var second] ? second.Value : null,
        "attainment" => delta.Attainment,
        "basis" => delta.BasisValue,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "A delta has no such part."),
    };
}
