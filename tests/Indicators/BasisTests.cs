using System.Text.Json;

namespace ServerlessIct.Indicators.Tests;

public sealed class BasisTests
{
    [Theory]
    [InlineData("plan")]
    [InlineData("2023")]
    [InlineData("2023-H1")]
    [InlineData("2023-M05")]
    [InlineData("2021/2025")]
    public void A_basis_is_read_and_written_alike(string text)
    {
        Basis.TryParse(text, out var basis).ShouldBeTrue();
        basis.ToString().ShouldBe(text);
        basis.IsPlan.ShouldBe(text == "plan");
        JsonSerializer.Serialize(basis).ShouldBe($"\"{text}\"");
        JsonSerializer.Deserialize<Basis>($"\"{text}\"").ShouldBe(basis);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Plan")]
    [InlineData("plan ")]
    [InlineData("last year")]
    [InlineData("2023-H3")]
    public void What_is_neither_plan_nor_period_is_no_basis(string? text) => Basis.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void A_basis_that_is_none_is_refused_in_json() =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Basis>("\"last year\"")).Message.ShouldStartWith("A basis is 'plan' or a period.");

    [Fact]
    public void A_basis_equals_the_same_basis_only()
    {
        Basis.Of(Period.OfYear(2023)).ShouldBe(Basis.Of(Period.OfYear(2023)));
        Basis.Of(Period.OfYear(2023)).ShouldNotBe(Basis.Of(Period.OfHalf(2023, 1)));
        Basis.Of(Period.OfYear(2023)).ShouldNotBe(Basis.Plan);
    }
}
