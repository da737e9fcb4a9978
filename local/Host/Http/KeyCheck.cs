using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ServerlessIct.Local.Host.Http;

/// <summary>Whether a request shows a key that opens what it asks for; without keys everything is open.</summary>
sealed class KeyCheck(HostKeys? keys)
{
    /// <summary>The header with the key; it may also come as <c>code</c> in the query.</summary>
    public const string Header = "x-functions-key";

    /// <summary>Whether a function of this AuthorizationLevel may be run.</summary>
    public bool Admits(HttpRequest request, string level) => keys is null
        || level.Equals("Anonymous", StringComparison.OrdinalIgnoreCase)
        || Shows(request, keys.Master)
        || (level.Equals("Function", StringComparison.OrdinalIgnoreCase) && Shows(request, keys.Default));

    /// <summary>How a request to the host itself is turned away: 401 without a key of this host, 403 with one of too little; null where it may pass.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isWebHookOfBlobs">It is one that the key of the blobs' extension opens too.</param>
    public int? Refusal(HttpRequest request, bool isWebHookOfBlobs)
    {
        if (keys is null || Shows(request, keys.Master) || (isWebHookOfBlobs && Shows(request, keys.Blobs))) return null;
        return Shows(request, keys.Default) || Shows(request, keys.Blobs) ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized;
    }

    static bool Shows(HttpRequest request, string? key)
    {
        var shown = request.Headers.TryGetValue(Header, out var header) ? header.ToString() : request.Query["code"].ToString();
        // Of hashes, so that the time tells nothing of the length either.
        return shown.Length > 0 && key is not null && CryptographicOperations.FixedTimeEquals(Hash(shown), Hash(key));
    }

    static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
