using System.Globalization;
using System.Text.Json.Nodes;

namespace ServerlessIct.App.Api.Description;

/// <summary>The description of the API (OpenAPI 3.1), made of <see cref="Operations"/> and of the types that answers are written from.</summary>
public static class OpenApiDocument
{
    static readonly IReadOnlyList<Reply> OfEvery =
    [
        Reply.Problem(400, "A parameter is not known or not allowed: the answer names it, its value, what is allowed, and what is nearest."),
        Reply.Problem(401, "No reader's key, or one that is not known."),
        Reply.Problem(406, "The header Accept allows no format that there is."),
        Reply.Problem(429, "Too many requests; the header Retry-After says when to come again."),
        Reply.Problem(500, "A fault of the app."),
        Reply.Problem(503, "The storage does not answer; come again."),
    ];

    /// <summary>The platform checks its keys before it asks the app, which so can neither let a wrong one pass nor explain it.</summary>
    static readonly Reply OfHost = new(401, "No key of the host, or one that it does not know. The platform itself answers, before the app is asked: without a body. A reader's key does not write.");

    /// <summary>The description.</summary>
    public static JsonObject Build()
    {
        var schemas = new Schemas();
        var paths = new JsonObject();
        foreach (var path in Operations.All.GroupBy(o => o.Path, StringComparer.Ordinal))
            paths[path.Key] = new JsonObject(path.Select(o => KeyValuePair.Create(o.Method, (JsonNode?)Describe(o, schemas))));
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["jsonSchemaDialect"] = "https://json-schema.org/draft/2020-12/schema",
            ["info"] = new JsonObject
            {
                ["title"] = "ServerlessIct",
                ["version"] = "1",
                ["summary"] = "ICT figures of the provinces of Viet Nam, with the sentence behind each.",
                ["description"] = "Columns of CSV are the members of JSON in lower case with underscores, listed as `x-columns`. Answers are whole or refused, and errors never come as 200. A GET is answered to HEAD too, with the version in ETag. "
                    + "Lists are separated by commas, or the parameter is given again; what is no list is given once, and an empty value counts as none. JSON, CSV and JSON-stat carry the same values.",
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas.All, ["securitySchemes"] = Keys() },
        };
    }

    static JsonObject Describe(Operation operation, Schemas schemas)
    {
        var described = new JsonObject
        {
            ["operationId"] = operation.Id,
            ["tags"] = new JsonArray(operation.Route.Split('/')[0].Split('.')[0]),
            ["summary"] = operation.Summary,
        };
        if (operation.Details is not null) described["description"] = operation.Details;
        described["security"] = operation.Access == Access.Open
            ? new JsonArray()
            : new JsonArray([.. KeysOf(operation.Access).Select(k => new JsonObject { [k] = new JsonArray() })]);
        if (operation.Parameters.Count > 0) described["parameters"] = new JsonArray([.. operation.Parameters.Select(p => Describe(operation, p))]);
        if (operation.RequestBody is { } body)
            described["requestBody"] = new JsonObject { ["required"] = true, ["description"] = body, ["content"] = new JsonObject { ["*/*"] = new JsonObject() } };
        if (operation.Examples.Count > 0)
            described["x-examples"] = new JsonArray([.. operation.Examples.Select(e => (JsonNode)("/" + Routes.Prefix + e))]);
        described["responses"] = Responses(operation, schemas);
        return described;
    }

    static JsonNode Describe(Operation operation, Parameter parameter)
    {
        var isInPath = operation.IsInPath(parameter);
        var described = new JsonObject
        {
            ["name"] = parameter.Name,
            ["in"] = isInPath ? "path" : parameter.IsHeader ? "header" : "query",
            ["description"] = parameter.Description,
            ["required"] = parameter.IsRequired,
            ["schema"] = parameter.ToSchema(),
        };
        if (parameter.IsList) (described["style"], described["explode"]) = ("form", false);
        described["example"] = parameter.ExampleNode();
        return described;
    }

    static JsonObject Responses(Operation operation, Schemas schemas)
    {
        var own = operation.Replies.Select(r => r.Status).ToHashSet();
        var every = OfEvery.Where(r => !own.Contains(r.Status) && (r.Status != 401 || operation.Access != Access.Open));
        var responses = new JsonObject();
        if (operation.Access == Access.Write) every = every.Select(r => r.Status == 401 ? OfHost : r);
        if (operation.Freshness is not Freshness.None)
            every = every.Append(new Reply(304, "The client has this very answer: its If-None-Match names the version."));
        foreach (var replies in operation.Replies.Concat(every).GroupBy(r => r.Status).OrderBy(g => g.Key))
        {
            var response = new JsonObject { ["description"] = string.Join(' ', replies.Select(r => r.Description)) };
            var content = new JsonObject(replies.Where(r => r.MediaType is not null)
                .Select(r => KeyValuePair.Create(r.MediaType!, (JsonNode?)Content(r, schemas))));
            // JSON-stat asked for by the parameter comes as plain JSON, which browsers show.
            if (content.ContainsKey(MediaTypes.JsonStat) && content[MediaTypes.Json] is JsonObject json)
                json["schema"] = new JsonObject { ["anyOf"] = new JsonArray(json["schema"]!.DeepClone(), schemas.JsonStat()) };
            if (content.Count > 0) response["content"] = content;
            if (Headers(replies.Key) is { } headers) response["headers"] = headers;
            responses[replies.Key.ToString(CultureInfo.InvariantCulture)] = response;
        }
        return responses;
    }

    /// <summary>JSON by its schema, a table by its columns.</summary>
    static JsonObject Content(Reply reply, Schemas schemas)
    {
        if (reply.Body is not null) return new JsonObject { ["schema"] = schemas.Of(reply.Body) };
        return reply.Columns.Count == 0 ? [] : new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" }, ["x-columns"] = new JsonArray([.. reply.Columns.Select(c => (JsonNode)c)]) };
    }

    static JsonObject? Headers(int status) => status switch
    {
        202 => Header("Location", "Where the state of the document can be asked for.", "string"),
        429 or 503 => Header("Retry-After", "After how many seconds to come again.", "integer"),
        _ => null,
    };

    static JsonObject Header(string name, string description, string type) =>
        new() { [name] = new JsonObject { ["description"] = description, ["schema"] = new JsonObject { ["type"] = type } } };

    static JsonObject Keys() => new()
    {
        ["reader"] = Key("header", ReaderKeys.Header, "A reader's key, as whoever runs this service gives out. Not needed where the service is public."),
        ["readerInQuery"] = Key("query", ReaderKeys.Query, "The same, for programs that cannot send headers."),
        ["host"] = Key("header", ReaderKeys.Header, "A key of the function app or of the function, as the platform keeps them: for all that writes."),
        ["hostInQuery"] = Key("query", ReaderKeys.Query, "The same, for programs that cannot send headers."),
    };

    static IReadOnlyList<string> KeysOf(Access access) => access == Access.Write ? ["host", "hostInQuery"] : ["reader", "readerInQuery"];

    static JsonObject Key(string place, string name, string description) =>
        new() { ["type"] = "apiKey", ["in"] = place, ["name"] = name, ["description"] = description };
}
