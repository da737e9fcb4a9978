namespace ServerlessIct.Indicators.Tests;

public class ComparisonTests
{
    static readonly Comparison Rise = new(Basis.Of(Period.OfYear(2022)), Relation.Change, 15, Unit.Percent);

    [Fact]
    public void A_plain_figure_stands_for_a_rough_one_of_the_same_comparison() =>
        Comparison.Merged([Rise with { Qualifier = Qualifier.Over }, Rise with { Basis = Basis.Plan }, Rise]).ShouldBe([Rise, Rise with { Basis = Basis.Plan }]);

    [Fact]
    public void Of_two_rough_figures_the_first_stands() =>
        Comparison.Merged([Rise with { Qualifier = Qualifier.Over }, Rise with { Qualifier = Qualifier.About }]).ShouldBe([Rise with { Qualifier = Qualifier.Over }]);
}
