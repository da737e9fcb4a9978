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
