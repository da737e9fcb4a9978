using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace ServerlessIct.Local.Tables.Tests;

/// <summary>Answers from a list and keeps what was sent.</summary>
sealed class StubTransport(params StubAnswer[] answers) : HttpPipelineTransport
{
    readonly Queue<StubAnswer> _answers = new(answers);
    readonly HttpClientTransport _requests = new();

    public List<SentRequest> Sent { get; } = [];

    /// <summary>Options that send through this transport and wait a millisecond between attempts.</summary>
    public TableClientOptions Options
    {
        get
        {
            var options = new TableClientOptions { Transport = this };
            options.Retry.Delay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
            return options;
        }
    }

    public override Request CreateRequest() => _requests.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var body = new MemoryStream();
        if (message.Request.Content is { } content) await content.WriteToAsync(body, message.CancellationToken);
        Sent.Add(new SentRequest(
            message.Request.Method.Method,
            message.Request.Uri.ToUri(),
            message.Request.Headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase),
            Encoding.UTF8.GetString(body.ToArray())));
        if (_answers.Count == 0) throw new InvalidOperationException($"The test expected no request to {message.Request.Uri.ToUri()}.");
        message.Response = new StubResponse(_answers.Dequeue());
    }
}

sealed record SentRequest(string Method, Uri Uri, Dictionary<string, string> Headers, string Body);

sealed record StubAnswer(HttpStatusCode Status, string Body = "", params (string Name, string Value)[] Headers);

sealed class StubResponse(StubAnswer answer) : Response
{
    public override int Status => (int)answer.Status;

    public override string ReasonPhrase => answer.Status.ToString();

    public override Stream? ContentStream { get; set; } = new MemoryStream(Encoding.UTF8.GetBytes(answer.Body));

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose()
    {
    }

    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => answer.Headers.Select(header => new HttpHeader(header.Name, header.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = answer.Headers.FirstOrDefault(header => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase)).Value;
        return value is not null;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out var value) ? [value] : null;
        return values is not null;
    }
}
