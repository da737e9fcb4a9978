namespace ServerlessIct.App.Api.Description;

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
