namespace ServerlessIct.Indicators.Tests.Extraction;

/// <summary>How numbers and units are said, how offices type them, and what only looks like a figure.</summary>
public class QuantityTableTests
{
    public static TheoryData<string, string, string[]> Numbers => ExampleTable.Load("numbers.json");

    public static TheoryData<string, string, string[]> Units => ExampleTable.Load("units.json");

    public static TheoryData<string, string, string[]> Typed => ExampleTable.Load("typed.json");

    public static TheoryData<string, string, string[]> Traps => ExampleTable.Load("traps.json");

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_is_read_as_it_is_said(string about, string text, string[] expected) => ExampleTable.Check(about, text, expected);

    [Theory]
    [MemberData(nameof(Units))]
    public void A_unit_is_read_with_its_number(string about, string text, string[] expected) => ExampleTable.Check(about, text, expected);

    [Theory]
    [MemberData(nameof(Typed))]
    public void A_slip_of_typing_does_not_change_a_figure(string about, string text, string[] expected) => ExampleTable.Check(about, text, expected);

    [Theory]
    [MemberData(nameof(Traps))]
    public void What_only_looks_like_a_figure_is_left(string about, string text, string[] expected) => ExampleTable.Check(about, text, expected);
}
