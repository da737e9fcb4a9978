namespace ServerlessIct.App.Api;

/// <summary>The types of bodies.</summary>
public static class MediaTypes
{
    /// <summary>JSON.</summary>
    public const string Json = "application/json";

    /// <summary>Tables as text (RFC 4180).</summary>
    public const string Csv = "text/csv";

    /// <summary>JSON-stat 2.0.</summary>
    public const string JsonStat = "application/vnd.json-stat+json";

    /// <summary>One JSON object a line.</summary>
    public const string JsonLines = "application/x-ndjson";

    /// <summary>Errors (RFC 9457).</summary>
    public const string Problem = "application/problem+json";

    /// <summary>Text.</summary>
    public const string Text = "text/plain";

    /// <summary>Bytes of any kind.</summary>
    public const string Bytes = "application/octet-stream";
}
