using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api.Description;

/// <summary>The parameters that requests share.</summary>
static class QueryParameters
{
    const string Text = """{"type":"string","maxLength":8000}""", Switch = """{"type":"boolean"}""", Year = """{"type":"string","pattern":"^[0-9]{4}(\\.\\.[0-9]{4})?$"}""";

    public static Parameter Province { get; } = new(
        "province", "Provinces: slugs, or names, with or without tone marks; `viet-nam` is the whole country. All where not given.", Text, "soc-trang") { IsList = true };

    public static Parameter Indicator { get; } = new(
        "indicator", "Indicators: codes, or names, Vietnamese or English, with or without tone marks. All where not given.", Text, "telecom.base_stations") { IsList = true };

    public static Parameter Years { get; } = new("year", "Years and ranges of years: `2019`, `2019..2023`. All where not given.", Year, "2022..2023") { IsList = true };

    public static Parameter Kind { get; } = Parameter.Words<Kind>("kind", "Values reached (`actual`), or wanted (`target`). Both where not given.");

    public static Parameter Verdict { get; } = Parameter.Words<Verdict>("verdict", "Only changes with these verdicts.");

    public static Parameter Status { get; } = Parameter.Words<DocumentStatus>("status", "Only documents that have come so far.") with { Example = "extracted" };

    public static Parameter Fields { get; } = new("fields", "Which members (JSON) or columns (CSV) to give. All where not given.", Text, "period,value") { IsList = true };

    public static Parameter Bom { get; } = new("bom", "Whether CSV begins with the byte order mark that Excel needs.", Switch, "true");

    public static Parameter Provenance { get; } = new("provenance", "Whether each value comes with the sentence that it was read from.", Switch, "true");

    public static Parameter Search { get; } = new("q", "Words that must all stand in the names, tone marks optional.", Text, "tram");

    public static Parameter Basis { get; } = Parameter.Words("basis", "Changes against the previous year, or against everything that a report compares with.", "previous", "all");

    public static Parameter Periods { get; } = new(
        "period", "Periods, and ranges of years with all periods in them: `2023`, `2022-H1`, `2019..2023`.", Text, "2023") { IsList = true };

    public static Parameter Limit { get; } = new("limit", "How many at most.", """{"type":"integer","minimum":1,"maximum":500,"default":50}""", "20");

    public static Parameter Next { get; } = new("next", "What the page before gave as `next`.", """{"type":"string","pattern":"^[0-9a-f]{32}$"}""", "00000000000000000000000000000000");

    public static Parameter Format(params ReadOnlySpan<string> words) =>
        Parameter.Words("format", "The form of the answer; else the header Accept decides, else it is the first of these.", words);

    public static Parameter Id { get; } = new("id", "The id of a document.", """{"type":"string","pattern":"^[0-9a-f]{32}$"}""", "00000000000000000000000000000000") { IsRequired = true };

    public static Parameter PeriodInPath { get; } = new(
        "period", "The period: 2024, 2024-H1, 2024-Q3, 2024-M06, 2024-9M, 2024-06-15 or 2021/2025; a month may be written 2024-06.", """{"type":"string"}""", "2023") { IsRequired = true };

    public static Parameter InPath(Parameter parameter, string description) => parameter with { IsRequired = true, IsList = false, Description = description };
}
