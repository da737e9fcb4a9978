using ServerlessIct.Indicators.Series;

namespace ServerlessIct.Indicators.Tests.Series;

public sealed class SourceOrderTests
{
    static readonly Candidate Plain = new()
    {
        Province = "soc-trang",
        Indicator = "telecom.base_stations",
        Period = Period.OfYear(2023),
        Value = 1422,
        Unit = Unit.Count,
        Document = "b",
        Ordinal = 5,
        ReceivedAt = new DateTimeOffset(2024, 1, 10, 0, 0, 0, TimeSpan.Zero),
        DocumentPeriod = Period.OfYear(2023),
    };

    /// <summary>Why the first is taken, the first, the second.</summary>
    public static TheoryData<string, Candidate, Candidate> Pairs => new()
    {
        { "a figure before a mere comparison", Plain with { Qualifier = Qualifier.Estimated }, Plain with { Value = null, Unit = null } },
        { "final before estimated", Plain with { DocumentPeriod = null }, Plain with { Qualifier = Qualifier.Estimated } },
        { "an approximate final before an estimate", Plain with { Qualifier = Qualifier.Over }, Plain with { Qualifier = Qualifier.Estimated } },
        { "exact before 'more than'", Plain with { DocumentPeriod = null }, Plain with { Qualifier = Qualifier.Over } },
        { "exact before 'nearly'", Plain with { DocumentPeriod = null }, Plain with { Qualifier = Qualifier.Under } },
        { "exact before 'about'", Plain with { DocumentPeriod = null }, Plain with { Qualifier = Qualifier.About } },
        { "the report of the later year", Plain with { DocumentPeriod = Period.OfYear(2024), ReceivedAt = default }, Plain },
        { "the report of the year before that of its half", Plain, Plain with { DocumentPeriod = Period.OfHalf(2023, 1) } },
        { "nine months before the half", Plain with { DocumentPeriod = Period.OfFirstMonths(2023, 9) }, Plain with { DocumentPeriod = Period.OfHalf(2023, 1) } },
        { "the span that ends later", Plain with { DocumentPeriod = Period.OfSpan(2021, 2025) }, Plain with { DocumentPeriod = Period.OfYear(2024) } },
        { "a known reporting period before none", Plain with { ReceivedAt = default }, Plain with { DocumentPeriod = null } },
        { "the document that arrived later", Plain with { ReceivedAt = Plain.ReceivedAt.AddDays(1), Ordinal = 9 }, Plain },
        { "the earlier place in the document", Plain with { Ordinal = 4, Document = "z" }, Plain },
        { "the lesser document id, for want of better", Plain with { Document = "a" }, Plain },
        { "the content, so that the order is total", Plain, Plain with { Label = "x" } },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void One_source_comes_before_another(string why, Candidate first, Candidate second)
    {
        foreach (var sources in (Candidate[][])[[first, second], [second, first]])
        {
            var point = SeriesBuilder.Build("soc-trang", "telecom.base_stations", sources).Single();
            point.Chosen.ShouldBe(first, why);
            point.Alternatives.ShouldBe([second], why);
        }
    }

    [Fact]
    public void Points_are_ordered_by_kind_and_period()
    {
        Candidate[] sources =
        [
            Plain with { Period = Period.OfYear(2024), Kind = Kind.Target },
            Plain with { Period = Period.OfHalf(2023, 1) },
            Plain,
            Plain with { Period = Period.OfYear(2022) },
        ];

        SeriesBuilder.Build("soc-trang", "telecom.base_stations", sources).Select(p => (p.Kind, p.Period.ToString())).ShouldBe(
            [(Kind.Actual, "2022"), (Kind.Actual, "2023"), (Kind.Actual, "2023-H1"), (Kind.Target, "2024")]);
    }

    [Fact]
    public void A_goal_is_never_an_alternative_to_what_was_reached() =>
        SeriesBuilder.Build("soc-trang", "telecom.base_stations", [Plain, Plain with { Kind = Kind.Target }])
            .ShouldAllBe(p => p.Alternatives.Count == 0);

    [Fact]
    public void No_sources_make_no_points() => SeriesBuilder.Build("soc-trang", "telecom.base_stations", []).ShouldBeEmpty();

    [Theory]
    [InlineData("son-la", "telecom.base_stations")]
    [InlineData("soc-trang", "telecom.revenue")]
    public void A_figure_of_another_series_is_refused(string province, string indicator) =>
        Should.Throw<ArgumentException>(() => SeriesBuilder.Build(province, indicator, [Plain])).Message.ShouldStartWith(
            $"The series {province}, {indicator} was given a figure of soc-trang, telecom.base_stations (document b, observation 5); pass only its own.");
}
