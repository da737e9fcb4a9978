using ServerlessIct.Scoring;

namespace ServerlessIct.Indicators.Tests.Corpus;

public class ScorerTests
{
    static readonly Fact Stations = new() { Indicator = "telecom.base_stations", Value = 1422, Unit = "count", Period = "2023" };

    [Fact]
    public void A_statistic_is_right_where_all_of_its_key_agrees()
    {
        Facts([Stations], [Stations]).ShouldBe(new Counts(1, 0, 0));
        Facts([Stations], [Stations with { Value = 1423 }]).ShouldBe(new Counts(0, 1, 1));
        Facts([Stations], [Stations with { Unit = "%" }]).ShouldBe(new Counts(0, 1, 1));
        Facts([Stations], [Stations with { Total = 1500 }]).ShouldBe(new Counts(0, 1, 1));
        Facts([Stations], [Stations with { Period = null }]).ShouldBe(new Counts(0, 1, 1));
        Facts([Stations], [Stations with { Kind = "target" }]).ShouldBe(new Counts(0, 1, 1));
        Facts([Stations], [Stations with { Province = "ca-mau" }]).ShouldBe(new Counts(0, 1, 1));
        Facts([Stations], [Stations with { Indicator = null }]).ShouldBe(new Counts(0, 1, 1));
    }

    [Fact]
    public void The_documents_own_place_may_be_written_out() =>
        Facts([Stations], [Stations with { Province = "soc-trang" }]).ShouldBe(new Counts(1, 0, 0));

    [Fact]
    public void The_same_statistic_once_more_is_no_false_alarm() =>
        Facts([Stations], [Stations, Stations]).ShouldBe(new Counts(1, 0, 0));

    [Fact]
    public void What_is_labelled_twice_is_wanted_twice() =>
        Facts([Stations, Stations], [Stations]).ShouldBe(new Counts(1, 1, 0));

    [Fact]
    public void An_optional_statistic_counts_neither_way_under_whatever_name_it_is_read()
    {
        var optional = Stations with { Optional = true };
        Facts([optional], []).ShouldBe(default);
        Facts([optional], [Stations]).ShouldBe(default);
        Facts([optional], [Stations with { Indicator = null, Period = "2022" }]).ShouldBe(default);
        Facts([optional], [Stations, Stations]).ShouldBe(new Counts(0, 0, 1));
    }

    [Fact]
    public void A_required_statistic_is_not_taken_for_an_optional_one_of_its_value() =>
        Facts([Stations, Stations with { Indicator = null, Optional = true }], [Stations, Stations with { Indicator = null }]).ShouldBe(new Counts(1, 0, 0));

    [Fact]
    public void Nine_digits_are_compared() =>
        Facts([Stations with { Value = 1234567891m }], [Stations with { Value = 1234567891.4m }]).ShouldBe(new Counts(1, 0, 0));

    [Fact]
    public void A_comparison_counts_whatever_the_level_is()
    {
        var growth = new FactComparison("2022", "change", 8, "%");
        Comparisons([Stations with { Comparisons = [growth] }], [Stations with { Value = null, Comparisons = [growth] }]).ShouldBe(new Counts(1, 0, 0));
        Comparisons([Stations with { Comparisons = [growth] }], [Stations with { Comparisons = [growth with { Basis = null }] }]).ShouldBe(new Counts(0, 1, 1));
        Comparisons([Stations with { Comparisons = [growth] }], [Stations with { Indicator = null, Comparisons = [growth] }]).ShouldBe(new Counts(0, 1, 1));
    }

    [Fact]
    public void What_is_said_of_an_optional_quantity_is_optional()
    {
        var growth = new FactComparison("2022", "change", 8, "%");
        Comparisons([Stations with { Optional = true }], [Stations with { Comparisons = [growth] }]).ShouldBe(default);
        Comparisons([Stations with { Value = null, Optional = true, Comparisons = [growth] }], [Stations with { Value = null, Comparisons = [growth with { Basis = "2021" }] }]).ShouldBe(default);
    }

    [Fact]
    public void Quantities_are_values_and_units_alone()
    {
        var score = Score([Stations], [Stations with { Indicator = null, Period = null }]);
        score.Quantities.Counts.ShouldBe(new Counts(1, 0, 0));
        Score([Stations], [Stations with { Value = null }]).Quantities.Counts.ShouldBe(new Counts(0, 1, 0));
    }

    [Fact]
    public void Totals_are_of_all_texts_and_means_of_those_that_have_any()
    {
        var total = new TotalScore([Score([Stations], [Stations]), Score([Stations], []), Score([], [])]);
        total.Facts.ShouldBe(new Counts(1, 1, 0));
        total.Facts.F1.ShouldBe(2 / 3.0, 1e-9);
        total.MeanFacts.ShouldBe(0.5, 1e-9);
        total.RightPlaces.ShouldBe(3);
    }

    static Counts Facts(IReadOnlyList<Fact> labels, IReadOnlyList<Fact> read) => Score(labels, read).Facts.Counts;

    static Counts Comparisons(IReadOnlyList<Fact> labels, IReadOnlyList<Fact> read) => Score(labels, read).Comparisons.Counts;

    static TextScore Score(IReadOnlyList<Fact> labels, IReadOnlyList<Fact> read) => Scorer.Score(new Labels("soc-trang", null, labels), "soc-trang", read);
}
