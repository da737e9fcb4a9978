namespace ServerlessIct.Indicators.Tests.Extraction;

public class TableTests
{
    public static TheoryData<string, string, string[]> Examples => ExampleTable.Load("tables.json");

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_table_states_just_these_figures(string about, string text, string[] expected) => ExampleTable.Check(about, text, expected);
}
