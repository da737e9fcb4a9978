using System.Globalization;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.Indicators.Tests.Series;

public sealed class PrintedFigureTests
{
    [Theory]
    [InlineData("6.7", "%", "0.1")]
    [InlineData("6.70", "%", "0.01")]
    [InlineData("18", "%", "1")]
    [InlineData("1200", "%", "1")]
    [InlineData("12000", "%", "1")]
    [InlineData("1.5", "times", "0.1")]
    [InlineData("84.57", "score", "0.01")]
    [InlineData("7", "count", "1")]
    [InlineData("100", "count", "1")]
    [InlineData("1300", "count", "1")]
    [InlineData("2000", "count", "1")]
    [InlineData("10120", "count", "1")]
    [InlineData("64000", "count", "1000")]
    [InlineData("140000", "count", "1000")]
    [InlineData("1200000", "count", "100000")]
    [InlineData("1250000", "count", "10000")]
    [InlineData("69300000000", "VND", "100000000")]
    [InlineData("69300000000.0", "VND", "100000000")]
    [InlineData("70000000000", "VND", "1000000000")]
    [InlineData("706000000", "VND", "1000000")]
    [InlineData("700000000", "VND", "1000000")]
    [InlineData("1463000000000", "VND", "1000000000")]
    [InlineData("1300000000000", "VND", "1000000000")]
    [InlineData("274000000000000", "VND", "1000000000000")]
    [InlineData("270000000000000", "VND", "1000000000000")]
    [InlineData("1463.5", "VND", "0.1")]
    [InlineData("0", "count", "1")]
    [InlineData("-69300000000", "VND", "100000000")]
    public void The_last_printed_digit_is_inferred(string value, string unit, string resolution) =>
        PrintedFigure.Resolution(Number(value), Unit.Of(unit)).ShouldBe(Number(resolution));

    [Theory]
    [InlineData("1422", "count", Qualifier.Exact, "1422", "1422")]
    [InlineData("36", "rank", Qualifier.Exact, "36", "36")]
    [InlineData("64000", "count", Qualifier.Estimated, "63500", "64500")]
    [InlineData("76.7", "%", Qualifier.Exact, "76.65", "76.75")]
    [InlineData("1300", "count", Qualifier.Over, "1300", "1400")]
    [InlineData("1300", "count", Qualifier.Under, "1200", "1300")]
    [InlineData("1300", "count", Qualifier.About, "1200", "1400")]
    [InlineData("1000", "count", Qualifier.About, "900", "1100")]
    [InlineData("80", "%", Qualifier.Over, "80", "88")]
    [InlineData("97.5", "%", Qualifier.Over, "97.5", "97.6")]
    [InlineData("389000000000", "USD", Qualifier.Under, "388000000000", "389000000000")]
    public void A_figure_reaches_as_far_as_it_was_printed(string value, string unit, Qualifier qualifier, string low, string high) =>
        PrintedFigure.Bounds(Number(value), Unit.Of(unit), qualifier).ShouldBe(new Interval(Number(low), Number(high)));

    [Fact]
    public void A_figure_beyond_reckoning_has_no_reach() =>
        PrintedFigure.Bounds(decimal.MaxValue, Unit.Vnd, Qualifier.Exact).ShouldBeNull();

    static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
