namespace ServerlessIct.Local.Worker.Http;

static class HttpInvocation
{
    /// <summary>The item of a function context under which the HTTP context stands.</summary>
    public const string ContextKey = "HttpRequestContext";
}
