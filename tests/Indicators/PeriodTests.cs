using System.Text.Json;

namespace ServerlessIct.Indicators.Tests;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2024", PeriodKind.Year)]
    [InlineData("1945", PeriodKind.Year)]
    [InlineData("2100", PeriodKind.Year)]
    [InlineData("2024-H1", PeriodKind.Half)]
    [InlineData("2024-H2", PeriodKind.Half)]
    [InlineData("2024-Q1", PeriodKind.Quarter)]
    [InlineData("2024-Q4", PeriodKind.Quarter)]
    [InlineData("2024-M01", PeriodKind.Month)]
    [InlineData("2024-M12", PeriodKind.Month)]
    [InlineData("2024-9M", PeriodKind.FirstMonths)]
    [InlineData("2024-11M", PeriodKind.FirstMonths)]
    [InlineData("2024-06-15", PeriodKind.Day)]
    [InlineData("2024-02-29", PeriodKind.Day)]
    [InlineData("2021/2025", PeriodKind.Span)]
    public void A_period_is_read_and_written_alike(string text, PeriodKind kind)
    {
        var period = Period.Parse(text);
        period.Kind.ShouldBe(kind);
        period.ToString().ShouldBe(text);
        JsonSerializer.Deserialize<Period>(JsonSerializer.Serialize(period)).ShouldBe(period);
    }

    [Theory]
    [InlineData("2024-6M", "2024-H1")]
    [InlineData("2024-12M", "2024")]
    [InlineData("2024-12-31", "2024")]
    public void Another_spelling_of_a_period_becomes_the_usual_one(string text, string usual) =>
        Period.Parse(text).ToString().ShouldBe(usual);

    [Theory]
    [InlineData("")]
    [InlineData("24")]
    [InlineData("1944")]
    [InlineData("2101")]
    [InlineData("2024 ")]
    [InlineData("+2024")]
    [InlineData("２０２４")]
    [InlineData("2024-")]
    [InlineData("2024-H0")]
    [InlineData("2024-H3")]
    [InlineData("2024-h1")]
    [InlineData("2024-Q5")]
    [InlineData("2024-M00")]
    [InlineData("2024-M13")]
    [InlineData("2024-M6")]
    [InlineData("2024-0M")]
    [InlineData("2024-09M")]
    [InlineData("2024-13M")]
    [InlineData("2024-06")]
    [InlineData("2024-6-15")]
    [InlineData("2023-02-29")]
    [InlineData("2024-06-31")]
    [InlineData("2024-13-01")]
    [InlineData("2024-06-00")]
    [InlineData("2025/2021")]
    [InlineData("2021/2021")]
    [InlineData("2021/25")]
    [InlineData("2021/2101")]
    [InlineData("plan")]
    public void What_is_no_period_is_refused_with_the_spellings_that_are(string text)
    {
        Period.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => Period.Parse(text)).Message.ShouldBe(
            $"'{text}' is not a period; write 2024, 2024-H1, 2024-Q3, 2024-M06, 2024-9M, 2024-06-15 or 2021/2025.");
    }

    [Theory]
    [InlineData("2024", "2023")]
    [InlineData("2024-H1", "2023-H1")]
    [InlineData("2024-Q3", "2023-Q3")]
    [InlineData("2024-M06", "2023-M06")]
    [InlineData("2024-9M", "2023-9M")]
    [InlineData("2024-06-15", "2023-06-15")]
    [InlineData("2024-02-29", "2023-02-28")]
    [InlineData("2021/2025", "2016/2020")]
    public void A_period_knows_the_same_one_a_year_before(string period, string before) =>
        Period.Parse(period).PreviousYear().ToString().ShouldBe(before);

    [Theory]
    [InlineData("2024", "2023")]
    [InlineData("2024-H2", "2024-H1")]
    [InlineData("2024-H1", "2023-H2")]
    [InlineData("2024-Q2", "2024-Q1")]
    [InlineData("2024-Q1", "2023-Q4")]
    [InlineData("2024-M06", "2024-M05")]
    [InlineData("2024-M01", "2023-M12")]
    [InlineData("2024-9M", null)]
    [InlineData("2024-06-15", null)]
    [InlineData("2021/2025", null)]
    public void A_period_knows_the_one_just_before(string period, string? before) =>
        (Period.Parse(period).Preceding()?.ToString()).ShouldBe(before);

    [Fact]
    public void Periods_are_ordered_by_year_then_kind_then_part()
    {
        string[] ordered = ["2021/2025", "2023", "2023-H1", "2023-H2", "2023-Q1", "2023-M02", "2023-M10", "2023-9M", "2023-06-15", "2023-06-16", "2024"];
        ordered.Reverse().Select(Period.Parse).Order().Select(p => p.ToString()).ShouldBe(ordered);
        foreach (var (earlier, later) in ordered.Zip(ordered.Skip(1)))
        {
            (Period.Parse(earlier) < Period.Parse(later)).ShouldBeTrue();
            (Period.Parse(earlier) >= Period.Parse(later)).ShouldBeFalse();
        }
    }

    [Fact]
    public void A_period_that_cannot_be_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Period.OfYear(1944));
        Should.Throw<ArgumentOutOfRangeException>(() => Period.OfHalf(2024, 3));
        Should.Throw<ArgumentOutOfRangeException>(() => Period.OfQuarter(2024, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => Period.OfMonth(2024, 13));
        Should.Throw<ArgumentOutOfRangeException>(() => Period.OfFirstMonths(2024, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => Period.OfDay(2023, 2, 29));
        Should.Throw<ArgumentOutOfRangeException>(() => Period.OfSpan(2025, 2021));
        Should.Throw<ArgumentOutOfRangeException>(() => Period.OfYear(Period.FirstYear).PreviousYear());
    }
}
