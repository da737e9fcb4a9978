namespace ServerlessIct.App.Api.Description;

/// <summary>Requests for what there is to ask for, for everything at once, and for how the app is.</summary>
public static class CatalogueOperations
{
    /// <summary><c>GET indicators</c>.</summary>
    public static Operation Indicators { get; } = new()
    {
        Id = "GetIndicators",
        Method = "get",
        Route = "indicators",
        Summary = "The catalogue of indicators.",
        Freshness = Freshness.Program,
        Parameters = [QueryParameters.Search with { Description = "Words that must all stand in the code, the names or the standards, tone marks optional." }, QueryParameters.Format(Formats.Json, Formats.Csv), QueryParameters.Fields, QueryParameters.Bom],
        Replies = [Reply.Json<IndicatorsAnswer>("The indicators in the order of the catalogue."), Reply.Csv("A row an indicator.", GetCatalogue.IndicatorColumns)],
        Examples = ["indicators?q=tram bts", "indicators?format=csv&fields=code,name_vi,unit"],
    };

    /// <summary><c>GET provinces</c>.</summary>
    public static Operation Provinces { get; } = new()
    {
        Id = "GetProvinces",
        Method = "get",
        Route = "provinces",
        Summary = "The provinces until June 2025 and since July 2025, with what became of each.",
        Freshness = Freshness.Program,
        Parameters = [QueryParameters.Search with { Example = "soc trang" }, QueryParameters.Format(Formats.Json, Formats.Csv), QueryParameters.Fields, QueryParameters.Bom],
        Replies = [Reply.Json<ProvincesAnswer>("The provinces of both editions."), Reply.Csv("A row a province and edition.", GetCatalogue.ProvinceColumns)],
        Examples = ["provinces?q=soc trang", "provinces?format=csv"],
    };

    /// <summary><c>GET export</c>.</summary>
    public static Operation Export { get; } = new()
    {
        Id = nameof(ExportObservations),
        Method = "get",
        Route = "export",
        Summary = "Every observation, in the order of province, indicator, period, kind and document.",
        Details = "The answer is sent as it is read and may be very long. An answer that breaks off is not complete: the connection then ends without its last piece.",
        Freshness = Freshness.None,
        Parameters =
        [
            QueryParameters.Province, QueryParameters.Indicator, QueryParameters.Years, QueryParameters.Kind,
            QueryParameters.Format(Formats.Csv, Formats.JsonLines), QueryParameters.Fields, QueryParameters.Bom,
        ],
        Replies = [Reply.Csv("A row an observation.", ExportObservations.Columns), new(200, "One JSON object a line, each an observation.", MediaTypes.JsonLines)],
        Examples = ["export?province=soc-trang&year=2023", "export?format=ndjson&province=soc-trang&indicator=telecom.base_stations"],
    };

    /// <summary><c>GET health</c>.</summary>
    public static Operation Health { get; } = new()
    {
        Id = nameof(GetHealth),
        Method = "get",
        Route = "health",
        Summary = "Readiness: whether requests can be answered, when the series were last built, and how many wait.",
        Access = Access.Open,
        Freshness = Freshness.None,
        Replies =
        [
            Reply.Json<HealthAnswer>("The storage answers."),
            new(503, "The storage does not answer.", MediaTypes.Json, typeof(HealthAnswer)),
        ],
        Examples = ["health"],
    };

    /// <summary><c>GET health/live</c>.</summary>
    public static Operation Live { get; } = new()
    {
        Id = "GetLiveness",
        Method = "get",
        Route = "health/live",
        Summary = "Liveness: whether the process answers. The storage is not asked.",
        Access = Access.Open,
        Freshness = Freshness.None,
        Replies = [Reply.Json<HealthAnswer>("It does.")],
        Examples = ["health/live"],
    };

    /// <summary><c>GET openapi.json</c>.</summary>
    public static Operation OpenApi { get; } = new()
    {
        Id = nameof(GetOpenApi),
        Method = "get",
        Route = "openapi.json",
        Summary = "This description.",
        Access = Access.Open,
        Freshness = Freshness.Program,
        Replies = [new(200, "The description (OpenAPI 3.1).", MediaTypes.Json)],
        Examples = ["openapi.json"],
    };
}
