using System.Globalization;
using ServerlessIct.Indicators.Extraction.Quantities;

namespace ServerlessIct.Indicators.Tests.Extraction;

public class NumberReaderTests
{
    [Theory]
    [InlineData("7", "7")]
    [InlineData("07", "7")]
    [InlineData("1.463", "1463")]
    [InlineData("1000.000", "1000000")]
    [InlineData("2.887.500", "2887500")]
    [InlineData("69,3", "69.3")]
    [InlineData("1.463,5", "1463.5")]
    [InlineData("1,463.5", "1463.5")]
    [InlineData("93.35", "93.35")]
    [InlineData("1.5", "1.5")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("0,47", "0.47")]
    public void Digits_are_read_as_offices_type_them(string digits, string value)
    {
        NumberReader.TryRead(digits, out var read).ShouldBeTrue();
        read.ShouldBe(decimal.Parse(value, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("0299.382.23")]
    [InlineData("1.2.3")]
    [InlineData("1.23.456")]
    [InlineData("123456789012345678901234567890")]
    public void Digits_whose_marks_group_nothing_are_no_amount(string digits) =>
        NumberReader.TryRead(digits, out _).ShouldBeFalse();
}
