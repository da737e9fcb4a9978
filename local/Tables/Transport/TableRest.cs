using System.Globalization;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Transport;

/// <summary>The requests of the Table service's REST protocol, with one account.</summary>
sealed class TableRest
{
    public const string Json = "application/json;odata=nometadata";
    public const string JsonWithTypes = "application/json;odata=minimalmetadata";
    public const string DataServiceVersion = "3.0";

    static readonly ResponseClassifier Written = new StatusCodeClassifier([200, 201, 202, 204]);
    static readonly ResponseClassifier WrittenOrThere = new StatusCodeClassifier([201, 204, 409]);
    static readonly ResponseClassifier GoneOrNeverThere = new StatusCodeClassifier([204, 404]);
    static readonly ResponseClassifier Found = new StatusCodeClassifier([200]);
    static readonly ResponseClassifier FoundOrAbsent = new StatusCodeClassifier([200, 404]);

    readonly HttpPipeline _pipeline;
    readonly string _version;

    public TableRest(TableEndpoint endpoint, HttpPipelinePolicy? authorization, TableClientOptions? options)
    {
        options ??= new TableClientOptions();
        Account = endpoint.Account;
        AccountName = endpoint.AccountName;
        _version = options.Version;
        var pipeline = new HttpPipelineOptions(options) { RequestFailedDetailsParser = TableErrorParser.Shared };
        if (authorization is not null) pipeline.PerRetryPolicies.Add(authorization);
        _pipeline = HttpPipelineBuilder.Build(pipeline);
    }

    public Uri Account { get; }

    public string AccountName { get; }

    public async Task<Response<TableItem>> CreateTableAsync(string name, bool mayExist, CancellationToken cancellationToken)
    {
        using var message = Message(RequestMethod.Post, "/Tables", mayExist ? WrittenOrThere : Written);
        WriteJson(message.Request, JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>(StringComparer.Ordinal) { ["TableName"] = name }));
        var response = await SendAsync(message, cancellationToken);
        if (response.Status == 409)
        {
            var failure = new RequestFailedException(response);
            if (failure.ErrorCode == TableErrorCode.TableBeingDeleted) throw failure;
        }
        return Response.FromValue(new TableItem(name), response);
    }

    public async Task<Response> DeleteTableAsync(string name, CancellationToken cancellationToken)
    {
        using var message = Message(RequestMethod.Delete, $"/Tables('{Uri.EscapeDataString(name)}')", GoneOrNeverThere);
        return await SendAsync(message, cancellationToken);
    }

    public async Task<Response> WriteAsync(EntityOperation operation, CancellationToken cancellationToken)
    {
        using var message = Message(operation.Method, operation.Path, operation.Json is null ? GoneOrNeverThere : Written);
        if (operation.IfMatch is { } etag) message.Request.Headers.SetValue(HttpHeader.Names.IfMatch, etag.ToString("H"));
        if (operation.Json is { } json) WriteJson(message.Request, json);
        return await SendAsync(message, cancellationToken);
    }

    /// <summary>The answer to a read of one row: status 200, or 404 where <paramref name="mayBeAbsent"/>.</summary>
    public async Task<(Response Response, T? Row)> ReadAsync<T>(
        string path, IEnumerable<string>? select, bool mayBeAbsent, Func<JsonElement, T> read, CancellationToken cancellationToken)
        where T : class
    {
        using var message = Message(RequestMethod.Get, path, mayBeAbsent ? FoundOrAbsent : Found);
        Select(message.Request.Uri, select);
        var response = await SendAsync(message, cancellationToken);
        if (response.Status == 404) return (response, null);
        using var document = JsonDocument.Parse(response.Content.ToMemory());
        return (response, read(document.RootElement));
    }

    /// <summary>One page of rows: it may be empty and still name a next one.</summary>
    public async Task<Page<T>> ReadPageAsync<T>(PageRequest page, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        using var message = Message(RequestMethod.Get, page.Path, Found);
        var uri = message.Request.Uri;
        if (page.Filter is { Length: > 0 } filter) uri.AppendQuery("$filter", filter, escapeValue: true);
        if (page.Size is { } size) uri.AppendQuery("$top", size.ToString(CultureInfo.InvariantCulture), escapeValue: false);
        Select(uri, page.Select);
        page.Token.AppendTo(uri);
        var response = await SendAsync(message, cancellationToken);
        using var document = JsonDocument.Parse(response.Content.ToMemory());
        var rows = document.RootElement.GetProperty("value");
        var values = new List<T>(rows.GetArrayLength());
        foreach (var row in rows.EnumerateArray()) values.Add(read(row));
        return Page<T>.FromValues(values, ContinuationToken.From(response.Headers).ToText(), response);
    }

    public async Task<Response<IReadOnlyList<Response>>> SubmitAsync(IReadOnlyList<EntityOperation> operations, CancellationToken cancellationToken)
    {
        var batch = new BatchRequest(Account, operations);
        using var message = Message(RequestMethod.Post, "/$batch", Written);
        message.Request.Headers.SetValue(HttpHeader.Names.ContentType, batch.ContentType);
        message.Request.Content = RequestContent.Create(batch.Body);
        var response = await SendAsync(message, cancellationToken);
        // The outer status is 202 even when the transaction failed; then one part says why and nothing was written.
        var parts = BatchAnswer.Parse(response, operations.Count);
        if (parts.FirstOrDefault(part => part.Status >= 400) is { } failed)
            throw new TableTransactionFailedException(new RequestFailedException(failed, null, TableErrorParser.Shared));
        return Response.FromValue(parts, response);
    }

    HttpMessage Message(RequestMethod method, string path, ResponseClassifier classifier)
    {
        var message = _pipeline.CreateMessage(context: null, classifier);
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(Account);
        request.Uri.AppendPath(path, escape: false);
        request.Headers.SetValue("x-ms-version", _version);
        request.Headers.SetValue("DataServiceVersion", DataServiceVersion);
        request.Headers.SetValue(HttpHeader.Names.Accept, JsonWithTypes);
        return message;
    }

    async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        await _pipeline.SendAsync(message, cancellationToken);
        return message.Response.IsError ? throw new RequestFailedException(message.Response) : message.Response;
    }

    static void WriteJson(Request request, byte[] json)
    {
        request.Headers.SetValue(HttpHeader.Names.ContentType, Json);
        request.Headers.SetValue("Prefer", "return-no-content");
        request.Content = RequestContent.Create(json);
    }

    static void Select(RequestUriBuilder uri, IEnumerable<string>? select)
    {
        if (select is null) return;
        var names = string.Join(',', select);
        if (names.Length > 0) uri.AppendQuery("$select", names, escapeValue: true);
    }
}
