namespace ServerlessIct.App.Api.Description;

/// <summary>Requests for provinces side by side, for what is odd, and for what was put right.</summary>
public static class AnalysisOperations
{
    static readonly Parameter Id = new(
        "id", "The name of the correction: 1 to 80 of a to z, 0 to 9, `-` and `.`.", """{"type":"string","maxLength":80}""", "soc-trang-2023") { IsRequired = true };

    static readonly Parameter Year = new("from", "A year.", """{"type":"integer","minimum":1945,"maximum":2100}""", "2020") { IsRequired = true };

    /// <summary><c>GET rankings/…</c>.</summary>
    public static Operation Rankings { get; } = new()
    {
        Id = nameof(GetRankings),
        Method = "get",
        Route = "rankings/{indicator}/{*period}",
        Summary = "Provinces in order, with what they make together.",
        Freshness = Freshness.Series,
        Parameters =
        [
            QueryParameters.InPath(QueryParameters.Indicator, "The code or name of an indicator."), QueryParameters.PeriodInPath,
            QueryParameters.Format(Formats.Json, Formats.Csv, Formats.JsonStat), QueryParameters.Fields with { Example = "province,rank,value" }, QueryParameters.Bom,
        ],
        Replies = [Reply.Json<RankingAnswer>("The ranking."), Reply.Csv("A row a province.", GetRankings.Columns), new(200, "A JSON-stat 2.0 dataset of the values.", MediaTypes.JsonStat)],
        Examples = ["rankings/telecom.base_stations/2023", "rankings/telecom.base_stations/2023?format=csv"],
    };

    /// <summary><c>GET national</c>.</summary>
    public static Operation National { get; } = new()
    {
        Id = nameof(GetNational),
        Method = "get",
        Route = "national",
        Summary = "Sum, mean, median, coverage and growth of all provinces, period by period.",
        Freshness = Freshness.Series,
        Parameters =
        [
            QueryParameters.Indicator with { IsRequired = true }, QueryParameters.Years, QueryParameters.Format(Formats.Json, Formats.Csv), QueryParameters.Fields with { Example = "period,sum" },
            QueryParameters.Bom,
        ],
        Replies = [Reply.Json<NationalListAnswer>("The figures."), Reply.Csv("A row an indicator and period.", GetNational.Columns)],
        Examples = ["national?indicator=telecom.base_stations&year=2022..2023"],
    };

    /// <summary><c>GET growth</c>.</summary>
    public static Operation Growth { get; } = new()
    {
        Id = nameof(GetGrowth),
        Method = "get",
        Route = "growth",
        Summary = "The steady yearly growth between two years, for each province and for all that are known in both.",
        Freshness = Freshness.Series,
        Parameters =
        [
            QueryParameters.Indicator with { IsRequired = true }, Year, Year with { Name = "to", Description = "A later year.", Example = "2023" }, QueryParameters.Province,
            QueryParameters.Format(Formats.Json, Formats.Csv), QueryParameters.Fields with { Example = "province,last" }, QueryParameters.Bom,
        ],
        Replies =
        [
            Reply.Json<GrowthListAnswer>("The growth."),
            Reply.Csv("A row an indicator and province; behind those of an indicator one of all that are known in both years, with no province and `provinces` saying how many.", GetGrowth.Columns),
        ],
        Examples = ["growth?indicator=telecom.base_stations&from=2022&to=2023", "growth?indicator=telecom.base_stations&from=2022&to=2023&format=csv"],
    };

    /// <summary><c>GET quality</c>.</summary>
    public static Operation Quality { get; } = new()
    {
        Id = nameof(GetQuality),
        Method = "get",
        Route = "quality",
        Summary = "What a person should look at: in series, in documents, in what no indicator names.",
        Parameters =
        [
            Parameter.Words("kind", "Only these kinds.", [.. GetQuality.Kinds]) with { IsList = true }, QueryParameters.Province, QueryParameters.Indicator,
            QueryParameters.Limit with { Schema = """{"type":"integer","minimum":1,"maximum":5000,"default":200}""" },
            QueryParameters.Format(Formats.Json, Formats.Csv),
            QueryParameters.Fields with { Description = "With CSV: which columns to give. All where not given.", Example = "about,kind,detail" }, QueryParameters.Bom,
        ],
        Replies =
        [
            Reply.Json<QualityAnswer>("Counts of all, and as much of each list as the limit lets. Documents are counted up to 5000; that others have the same content shows after the next sweep, within minutes."),
            Reply.Csv("A row a finding; `about` tells series, document, subject and correction apart. Where the limit cuts a list, a row of the kind `leftOut` has the number of those that are missing.", QualityRow.Columns),
        ],
        Examples = ["quality", "quality?kind=documents,subjects&limit=20", "quality?kind=implausible,gap&format=csv"],
    };

    /// <summary><c>GET corrections</c>.</summary>
    public static Operation Corrections { get; } = new()
    {
        Id = "GetCorrections",
        Method = "get",
        Route = "corrections",
        Summary = "Known slips of sources and what holds instead, with what became of each correction.",
        Parameters =
        [
            Parameter.Words("status", "Only these.", "waiting", "applied", "failed"), QueryParameters.Format(Formats.Json, Formats.Csv),
            QueryParameters.Fields with { Example = "id,status" }, QueryParameters.Bom,
        ],
        Replies = [Reply.Json<CorrectionsAnswer>("The corrections, ordered by id."), Reply.Csv("A row a correction.", CorrectionRoutes.Columns)],
        Examples = ["corrections", "corrections?status=failed", "corrections?format=csv"],
    };

    /// <summary><c>PUT corrections/{id}</c>.</summary>
    public static Operation PutCorrection { get; } = new()
    {
        Id = "PutCorrection",
        Method = "put",
        Route = "corrections/{id}",
        Summary = "Makes or replaces a correction; the next run applies it.",
        Access = Access.Write,
        Freshness = Freshness.None,
        RequestBody = "The correction as JSON: document, province, indicator, period, kind, expect, set or drop, reason, author, date.",
        Parameters = [Id],
        Replies = [new(202, "It is stored.", MediaTypes.Json, typeof(CorrectionAnswer))],
    };

    /// <summary><c>DELETE corrections/{id}</c>.</summary>
    public static Operation DeleteCorrection { get; } = new()
    {
        Id = "DeleteCorrection",
        Method = "delete",
        Route = "corrections/{id}",
        Summary = "Removes a correction made by request; the next run shows the figure as stated.",
        Access = Access.Write,
        Freshness = Freshness.None,
        Parameters = [Id],
        Replies = [new(204, "It is gone."), Reply.Problem(404, "No correction has this id."), Reply.Problem(409, "It is part of the program.")],
    };
}
