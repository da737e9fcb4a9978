namespace ServerlessIct.App.Api.Description;

/// <summary>Requests for series and what they were read from.</summary>
public static class SeriesOperations
{
    static readonly Reply TooMuch = Reply.Problem(413, "More is asked for than an answer may have; `asked` and `allowed` say how much.");

    /// <summary><c>GET data</c>.</summary>
    public static Operation Data { get; } = new()
    {
        Id = nameof(GetData),
        Method = "get",
        Route = "data",
        Summary = "Series: one value a province, indicator, kind and period.",
        Details = "There are no pages: an answer is whole or refused. What is known but empty is there with null; where provinces, indicators and years are all named, each year is there.",
        Freshness = Freshness.Series,
        Parameters =
        [
            QueryParameters.Province, QueryParameters.Indicator, QueryParameters.Years, QueryParameters.Kind,
            QueryParameters.Format(Formats.Json, Formats.Csv, Formats.JsonStat), QueryParameters.Fields, QueryParameters.Provenance, QueryParameters.Bom,
        ],
        Replies =
        [
            Reply.Json<DataAnswer>("The series, ordered by province, indicator, kind and period."), Reply.Csv("A row a point; the last two columns with `provenance=true` only.", GetData.Columns.Concat(GetData.SourceColumns)),
            new(200, "A JSON-stat 2.0 dataset.", MediaTypes.JsonStat), TooMuch,
        ],
        Examples =
        [
            "data?province=soc-trang&indicator=telecom.base_stations&year=2022..2023",
            "data?province=Sóc Trăng,hai phong&year=2023&format=csv&bom=true",
            "data?indicator=telecom.base_stations&kind=actual&format=json-stat",
            "data?province=soc-trang&indicator=telecom.base_stations&year=2023&fields=period,value,source&provenance=true",
        ],
    };

    /// <summary><c>GET data.csv</c>.</summary>
    public static Operation DataCsv { get; } = Data with
    {
        Id = nameof(GetData) + "Csv",
        Route = "data.csv",
        Summary = "Series as CSV: an address that a spreadsheet can open.",
        Parameters = [.. Data.Parameters.Where(p => p.Name != "format")],
        Replies = [Reply.Csv("A row a point; the last two columns with `provenance=true` only.", GetData.Columns.Concat(GetData.SourceColumns)), TooMuch],
        Examples = ["data.csv?province=soc-trang&year=2022..2023", "data.csv?province=soc-trang&year=2023&fields=indicator,period,value,unit,status"],
    };

    /// <summary><c>GET deltas</c>.</summary>
    public static Operation Deltas { get; } = new()
    {
        Id = nameof(GetDeltas),
        Method = "get",
        Route = "deltas",
        Summary = "Changes: as computed from the values, as reported, and whether the two agree.",
        Freshness = Freshness.Series,
        Parameters =
        [
            QueryParameters.Province, QueryParameters.Indicator, QueryParameters.Years, QueryParameters.Kind, QueryParameters.Verdict, QueryParameters.Basis,
            QueryParameters.Format(Formats.Json, Formats.Csv), QueryParameters.Fields, QueryParameters.Bom,
        ],
        Replies = [Reply.Json<DeltasAnswer>("The changes, ordered by province, indicator, kind and period."), Reply.Csv("A row a change.", GetDeltas.Columns), TooMuch],
        Examples = ["deltas?year=2023&verdict=confirmed,contradicted", "deltas?province=soc-trang&basis=all&format=csv"],
    };

    /// <summary><c>GET observations/…</c>.</summary>
    public static Operation Observations { get; } = new()
    {
        Id = nameof(GetObservations),
        Method = "get",
        Route = "observations/{province}/{indicator}/{*period}",
        Summary = "Every source of one number: the sentence, where it stands, the document, and which was taken.",
        Parameters =
        [
            QueryParameters.InPath(QueryParameters.Province, "The slug or name of a province."),
            QueryParameters.InPath(QueryParameters.Indicator, "The code or name of an indicator."),
            QueryParameters.PeriodInPath,
            QueryParameters.Format(Formats.Json, Formats.Csv), QueryParameters.Fields, QueryParameters.Bom,
        ],
        Replies = [Reply.Json<ObservationsAnswer>("The sources; none where nothing states the number."), Reply.Csv("A row a source.", GetObservations.Columns)],
        Examples = ["observations/soc-trang/telecom.base_stations/2023"],
    };
}
