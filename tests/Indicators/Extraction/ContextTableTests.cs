using ServerlessIct.Indicators.Extraction;

namespace ServerlessIct.Indicators.Tests.Extraction;

/// <summary>Of when, of where, reached or wanted: what a figure's surroundings say of it.</summary>
public class ContextTableTests
{
    public static TheoryData<string, string, string?, string[]> Periods => ExampleTable.LoadWithHints("periods.json");

    public static TheoryData<string, string, string?, string[]> Kinds => ExampleTable.LoadWithHints("kinds.json");

    public static TheoryData<string, string, string?, string[]> Places => ExampleTable.LoadWithHints("places.json");

    public static TheoryData<string, string, string?, string[]> Documents => ExampleTable.LoadWithHints("documents.json");

    [Theory]
    [MemberData(nameof(Periods))]
    public void A_figure_is_of_the_period_in_force(string about, string text, string? hints, string[] expected) => ExampleTable.Check(about, text, hints, expected);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_wanted_is_told_from_what_was_reached(string about, string text, string? hints, string[] expected) => ExampleTable.Check(about, text, hints, expected);

    [Theory]
    [MemberData(nameof(Places))]
    public void A_figure_is_of_the_place_spoken_of(string about, string text, string? hints, string[] expected) => ExampleTable.Check(about, text, hints, expected);

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_reports_on_the_period_it_looks_back_at(string about, string text, string? hints, string[] expected)
    {
        var reading = Extractor.Read(text, System.Text.Json.JsonSerializer.Deserialize<DocumentHints>(hints!)!);
        expected.ShouldBe([$"= ? {reading.Period?.ToString() ?? "?"}"], about);
    }

    public static TheoryData<string, string, string?, string[]> DocumentPlaces => ExampleTable.LoadWithHints("document-places.json");

    [Theory]
    [MemberData(nameof(DocumentPlaces))]
    public void A_document_is_of_the_place_that_issued_it_or_is_spoken_of(string about, string text, string? hints, string[] expected) => ExampleTable.Check(about, text, hints, expected);

    [Fact]
    public void A_year_that_was_not_believed_is_noted_where_it_stands()
    {
        const string text = "Năm 2029, toàn tỉnh có 1.422 trạm BTS.";
        var reading = Extractor.Read(text, new DocumentHints(Province: "soc-trang", Year: 2019));
        reading.Observations.ShouldHaveSingleItem().Period.ShouldBe(Period.OfYear(2019));
        var note = reading.Notes.ShouldHaveSingleItem();
        note.Source.In(text).ShouldBe("Năm 2029");
        note.Message.ShouldContain("2029");
    }

    [Fact]
    public void A_year_that_is_aimed_at_is_not_noted() =>
        Extractor.Read("Phấn đấu đến năm 2029, toàn tỉnh có 1.900 trạm BTS.", new DocumentHints(Province: "soc-trang", Year: 2019)).Notes.ShouldBeEmpty();
}
