using System.Text.Json;

namespace ServerlessIct.Indicators.Tests;

public sealed class UnitTests
{
    public static TheoryData<string, string> Named => new()
    {
        { Unit.Vnd.Code, "VND" },
        { Unit.Percent.Code, "%" },
        { Unit.Point.Code, "point" },
        { Unit.Count.Code, "count" },
        { Unit.Rank.Code, "rank" },
        { Unit.Score.Code, "score" },
        { Unit.Times.Code, "times" },
        { Unit.Per100.Code, "per100" },
        { Unit.PersonPerPoint.Code, "person/point" },
    };

    [Theory]
    [MemberData(nameof(Named))]
    public void A_named_unit_has_its_code(string found, string expected)
    {
        found.ShouldBe(expected);
        Unit.Of(expected).Code.ShouldBe(found);
    }

    [Theory]
    [InlineData("VND")]
    [InlineData("%")]
    [InlineData("Mbps")]
    [InlineData("người/điểm phục vụ")]
    public void A_unit_is_its_code_in_json(string code)
    {
        var options = new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        JsonSerializer.Serialize(Unit.Of(code), options).ShouldBe($"\"{code}\"");
        JsonSerializer.Deserialize<Unit>($"\"{code}\"").ShouldBe(Unit.Of(code));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void An_empty_code_is_no_unit(string code) => Should.Throw<ArgumentException>(() => Unit.Of(code));

    [Fact]
    public void A_unit_never_set_is_a_count_in_every_way()
    {
        default(Unit).ShouldBe(Unit.Count);
        Unit.Of("count").ShouldBe(Unit.Count);
        default(Unit).GetHashCode().ShouldBe(Unit.Count.GetHashCode());
        default(Unit).ToString().ShouldBe("count");
    }
}
