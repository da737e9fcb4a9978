using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ServerlessIct.Local.Host.Http;

/// <summary>Whether a request shows a key that opens what it asks for.</summary>
sealed class KeyCheck(HostKeys? keys)
{
    /// <summary>The header with the key; it may also come as <c>code</c> in the query.</summary>
    public const string Header = "x-functions-key";

    /// <summary>Whether a function of this AuthorizationLevel may be run; without keys all may.</summary>
    public bool Admits(HttpRequest request, string level) => keys is null || level.Equals("Anonymous", StringComparison.OrdinalIgnoreCase) || (
        level.Equals("Function", StringComparison.OrdinalIgnoreCase) ? Shows(request, keys.Default) || Shows(request, keys.Master) : Shows(request, keys.Master));

    static bool Shows(HttpRequest request, string key)
    {
        var shown = request.Headers.TryGetValue(Header, out var header) ? header.ToString() : request.Query["code"].ToString();
        // Of hashes, so that the time tells nothing of the length either.
        return shown.Length > 0 && CryptographicOperations.FixedTimeEquals(Hash(shown), Hash(key));
    }

    static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
