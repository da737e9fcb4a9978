using ServerlessIct.Indicators.Series;

namespace ServerlessIct.Indicators.Tests.Series;

public sealed class CorrectionTests
{
    const string Code = "telecom.base_stations";

    static readonly Candidate Slip = new()
    {
        Province = "soc-trang",
        Indicator = Code,
        Period = Period.OfYear(2023),
        Value = 14220,
        Unit = Unit.Count,
        Document = "d1",
    };

    static readonly Correction ToTheRight = new()
    {
        Id = "slip",
        Document = "d1",
        Province = "soc-trang",
        Indicator = Code,
        Period = Period.OfYear(2023),
        ExpectedValue = 14220,
        ExpectedUnit = Unit.Count,
        Value = 1422,
        Reason = "A zero too many.",
        Author = "A reader",
        Date = new DateOnly(2026, 1, 5),
    };

    [Fact]
    public void A_value_is_put_right_and_shows_what_it_was()
    {
        var (corrected, outcome) = Apply(ToTheRight, Slip);

        corrected.Value.ShouldBe(1422);
        corrected.Correction.ShouldBe(new AppliedCorrection("slip", "A zero too many.", "A reader", new DateOnly(2026, 1, 5), 14220, Unit.Count, Code));
        outcome.ShouldBe(new CorrectionOutcome("slip", 1, null));
    }

    [Fact]
    public void A_unit_is_put_right() => Apply(ToTheRight with { Value = null, Unit = Unit.Percent }, Slip).Corrected.Unit.ShouldBe(Unit.Percent);

    [Fact]
    public void A_figure_is_moved_to_its_indicator()
    {
        var set = new CorrectionSet([ToTheRight with { Value = null, NewIndicator = "telecom.revenue" }]);

        set.Apply("soc-trang", Code, [Slip]).Corrected.Single().Indicator.ShouldBe("telecom.revenue");
        set.SourcesOf("soc-trang", "telecom.revenue").ShouldBe([Code]);
        set.TargetsOf("soc-trang", Code).ShouldBe(["telecom.revenue"]);
    }

    [Fact]
    public void A_dropped_figure_stays_visible_and_is_never_taken()
    {
        var dropped = Apply(ToTheRight with { Value = null, Drop = true }, Slip).Corrected;

        var alone = SeriesBuilder.Build("soc-trang", Code, [dropped]).Single();
        var beside = SeriesBuilder.Build("soc-trang", Code, [dropped, Slip with { Value = 1300, Document = "d2" }]).Single();

        (alone.Chosen, alone.Alternatives.Single().Correction!.Id, alone.Deltas.Count).ShouldBe((null, "slip", 0));
        (beside.Chosen!.Value, beside.Why, beside.Alternatives.Single().IsDropped).ShouldBe((1300m, ChoiceReason.Unopposed, true));
    }

    [Theory]
    [InlineData("the document was corrected at its source", 1422, "d1", "The document now states 1422 count of soc-trang, telecom.base_stations, 2023, where the correction expects 14220 count. Look at the document and change or remove the correction.")]
    [InlineData("the document is gone", 14220, "d2", "The document states nothing any more of soc-trang, telecom.base_stations, 2023, where the correction expects 14220 count. Look at the document and change or remove the correction.")]
    public void A_source_that_changed_makes_the_correction_fail_and_nothing_is_changed(string why, int value, string document, string failure)
    {
        var source = Slip with { Value = value, Document = document };

        var (corrected, outcome) = Apply(ToTheRight, source);

        corrected.ShouldBe(source, why);
        outcome.ShouldBe(new CorrectionOutcome("slip", 0, failure));
    }

    [Theory]
    [InlineData("province")]
    [InlineData("period")]
    [InlineData("kind")]
    public void Only_its_own_figure_is_corrected(string other)
    {
        var source = other switch { "province" => Slip with { Province = "ca-mau" }, "period" => Slip with { Period = Period.OfYear(2022) }, _ => Slip with { Kind = Kind.Target } };

        new CorrectionSet([ToTheRight]).Apply("soc-trang", Code, [source]).Corrected.Single().ShouldBe(source);
    }

    static (Candidate Corrected, CorrectionOutcome Outcome) Apply(Correction correction, Candidate source)
    {
        var (corrected, outcomes) = new CorrectionSet([correction]).Apply("soc-trang", Code, [source]);
        return (corrected.Single(), outcomes.Single());
    }
}
