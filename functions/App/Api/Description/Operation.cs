namespace ServerlessIct.App.Api.Description;

/// <summary>A request that the API understands: what the code reads and what the description tells come from here.</summary>
public sealed record Operation
{
    /// <summary>The name of the function.</summary>
    public required string Id { get; init; }

    /// <summary>The method; a GET answers HEAD too.</summary>
    public required string Method { get; init; }

    /// <summary>The route below the prefix, as in the trigger.</summary>
    public required string Route { get; init; }

    /// <summary>What it gives, in a line.</summary>
    public required string Summary { get; init; }

    /// <summary>What else there is to know.</summary>
    public string? Details { get; init; }

    /// <summary>Who may send it.</summary>
    public Access Access { get; init; } = Access.Read;

    /// <summary>How long its answer holds.</summary>
    public Freshness Freshness { get; init; } = Freshness.Content;

    /// <summary>The parameters.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>How it is answered, errors that every request can meet left out.</summary>
    public required IReadOnlyList<Reply> Replies { get; init; }

    /// <summary>Requests as a reader might copy them, without the prefix; each is sent by a test.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>What the body of the request is; null for none.</summary>
    public string? RequestBody { get; init; }

    /// <summary>The names that the query may hold.</summary>
    public IEnumerable<string> QueryNames => Parameters.Where(p => !p.IsHeader && !IsInPath(p)).Select(p => p.Name);

    /// <summary>The path with the prefix, as OpenAPI writes it: no catch-all sign.</summary>
    public string Path => "/" + Routes.Prefix + Route.Replace("{*", "{", StringComparison.Ordinal);

    /// <summary>Whether a parameter is part of the path.</summary>
    public bool IsInPath(Parameter parameter) => Path.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal);
}

/// <summary>One way in which a request can be answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Description">When.</param>
/// <param name="MediaType">The type of the body; null for none.</param>
/// <param name="Body">What the JSON body is; null where the body is text or a table.</param>
public sealed record Reply(int Status, string Description, string? MediaType = null, Type? Body = null)
{
    /// <summary>200 with JSON.</summary>
    public static Reply Json<T>(string description) => new(200, description, MediaTypes.Json, typeof(T));

    /// <summary>The columns of the body in their order, where it is a table; <c>fields</c> may leave some of them.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>200 with CSV.</summary>
    public static Reply Csv<T>(string description, IEnumerable<Column<T>> columns) => new(200, description, MediaTypes.Csv) { Columns = [.. columns.Select(c => c.Name)] };

    /// <summary>An error.</summary>
    public static Reply Problem(int status, string description) => new(status, description, MediaTypes.Problem, typeof(ProblemAnswer));
}

/// <summary>Who may send a request.</summary>
public enum Access
{
    /// <summary>Anybody.</summary>
    Open,

    /// <summary>Whoever has a reader's key, or anybody where the setting <c>PublicRead</c> is true.</summary>
    Read,

    /// <summary>Whoever has a key of the host.</summary>
    Write,
}

/// <summary>By what a client may know that an answer has not changed.</summary>
public enum Freshness
{
    /// <summary>Not at all: it is not to be kept.</summary>
    None,

    /// <summary>It changes with the program only.</summary>
    Program,

    /// <summary>It changes with the series; which version those have is known without asking the storage.</summary>
    Series,

    /// <summary>It carries the hash of what is sent, or the version of what it was read from.</summary>
    Content,
}

/// <summary>Every request that the API understands.</summary>
public static class Operations
{
    /// <summary>In the order of the description.</summary>
    public static IReadOnlyList<Operation> All { get; } =
    [
        SeriesOperations.Data, SeriesOperations.DataCsv, SeriesOperations.Deltas, SeriesOperations.Observations,
        AnalysisOperations.Rankings, AnalysisOperations.National, AnalysisOperations.Growth, AnalysisOperations.Quality,
        AnalysisOperations.Corrections, AnalysisOperations.PutCorrection, AnalysisOperations.DeleteCorrection,
        CatalogueOperations.Indicators, CatalogueOperations.Provinces,
        DocumentOperations.List, DocumentOperations.Get, DocumentOperations.Text, DocumentOperations.Original, DocumentOperations.Put, DocumentOperations.Delete,
        DocumentOperations.Reprocess,
        CatalogueOperations.Export, CatalogueOperations.Health, CatalogueOperations.Live, CatalogueOperations.OpenApi,
    ];
}
