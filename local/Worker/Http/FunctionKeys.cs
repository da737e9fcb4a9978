using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using ServerlessIct.Local.Worker.Hosting;

namespace ServerlessIct.Local.Worker.Http;

/// <summary>
/// The keys that callers show in the header <c>x-functions-key</c> or in <c>?code=</c>; where both are there the header counts. They come
/// from the settings <c>Keys:_master</c>, <c>Keys:default</c> (any function), <c>Keys:functions:NAME</c> and <c>Keys:blobs_extension</c>
/// (the webhook of Event Grid). Asked for only where <c>Keys:Required</c> says so, as nobody but this machine reaches the host.
/// </summary>
sealed class FunctionKeys
{
    public const string Header = "x-functions-key";
    public const string Query = "code";

    readonly byte[]? _master;
    readonly byte[]? _default;
    readonly byte[]? _blobsExtension;
    readonly Dictionary<string, byte[]> _functions;

    FunctionKeys(IConfiguration keys, bool required)
    {
        Required = required;
        _master = HashOf(keys["_master"]);
        _default = HashOf(keys["default"]);
        _blobsExtension = HashOf(keys["blobs_extension"]);
        _functions = keys.GetSection("functions").GetChildren()
            .Where(key => !string.IsNullOrEmpty(key.Value))
            .ToDictionary(key => key.Key, key => HashOf(key.Value)!, StringComparer.OrdinalIgnoreCase);
    }

    public bool Required { get; }

    public static FunctionKeys Read(IConfiguration settings, StartupProblems problems)
    {
        var required = new BoundedSettings(settings, "Settings", problems).Flag("Keys:Required");
        var keys = new FunctionKeys(settings.GetSection("Keys"), required);
        if (required && keys._master is null)
            problems.Add("Settings: Keys.Required is true but there is no Keys._master; without it nobody could reach the functions' administration.");
        return keys;
    }

    public bool Admits(HttpRequest request, AuthorizationLevel level, string function) =>
        level is AuthorizationLevel.Anonymous || !Required || Shows(request, level switch
        {
            AuthorizationLevel.Function => [_master, _default, _functions.GetValueOrDefault(function)],
            _ => [_master],
        });

    public bool AdmitsAdministration(HttpRequest request) => !Required || Shows(request, [_master]);

    public bool AdmitsEvents(HttpRequest request) => !Required || Shows(request, [_master, _blobsExtension]);

    /// <summary>Compares hashes in a time that does not depend on the keys, and with every key whatever the first ones gave.</summary>
    static bool Shows(HttpRequest request, byte[]?[] accepted)
    {
        var shown = HashOf(request.Headers.TryGetValue(Header, out var header) ? header[0] : request.Query[Query].FirstOrDefault());
        if (shown is null)
            return false;
        var matches = false;
        foreach (var key in accepted)
            matches |= key is not null && CryptographicOperations.FixedTimeEquals(key, shown);
        return matches;
    }

    static byte[]? HashOf(string? key) => string.IsNullOrEmpty(key) ? null : SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
