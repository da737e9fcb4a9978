using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace ServerlessIct.App.Api;

/// <summary>
/// Who may read. The setting <c>ReadKeys</c> lists <c>name:hash</c>, the hash being the SHA-256 of a key in hexadecimal: the settings hold
/// no key. The setting <c>PublicRead=true</c> lets everybody read. Where neither is set, nobody can. Keys come in the header
/// <c>x-functions-key</c> or as <c>code</c> in the query, like those of the host, which guard what writes.
/// </summary>
public sealed class ReaderKeys
{
    /// <summary>The header and the query parameter that carry a key.</summary>
    public const string Header = "x-functions-key", Query = "code";

    const int MostKeys = 1_000, LongestKey = 500;

    readonly IReadOnlyList<(string Name, byte[] Hash)> keys;

    ReaderKeys(bool isPublic, IReadOnlyList<(string, byte[])> keys)
    {
        IsPublic = isPublic;
        this.keys = keys;
    }

    /// <summary>Whether everybody may read.</summary>
    public bool IsPublic { get; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">A setting is not of its form; its value is not repeated.</exception>
    public static ReaderKeys From(IConfiguration settings)
    {
        var isPublic = settings["PublicRead"] is { Length: > 0 } open
            && (bool.TryParse(open, out var yes) ? yes : throw new InvalidOperationException("The setting PublicRead must be true or false."));
        var listed = (settings["ReadKeys"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (listed.Length > MostKeys) throw new InvalidOperationException("The setting ReadKeys has more than 1,000 keys.");
        return new ReaderKeys(isPublic, [.. listed.Select(Read)]);
    }

    /// <summary>The name of the key that a request shows; null where it shows none that is known.</summary>
    /// <remarks>Hashes are compared, each with every one, in a time that does not depend on them.</remarks>
    public string? NameOf(HttpRequest request)
    {
        if (Shown(request) is not { } shown) return null;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(shown));
        string? found = null;
        foreach (var (name, known) in keys)
            if (CryptographicOperations.FixedTimeEquals(known, hash)) found = name;
        return found;
    }

    /// <summary>The key that a request shows, known or not; null for none. Of several it is the one that the host checks: the first of the header.</summary>
    public static string? Shown(HttpRequest request)
    {
        var shown = request.Headers.TryGetValue(Header, out var header) ? header : request.Query[Query];
        return shown is [{ Length: > 0 and <= LongestKey } key, ..] ? key : null;
    }

    static (string, byte[]) Read(string entry)
    {
        var parts = entry.Split(':');
        if (parts is [{ Length: > 0 } name, { Length: 2 * SHA256.HashSizeInBytes } hash] && hash.All(char.IsAsciiHexDigit)) return (name, Convert.FromHexString(hash));
        throw new InvalidOperationException("The setting ReadKeys must be a comma-separated list of name:hash, each hash the SHA-256 of a key in 64 hexadecimal digits.");
    }
}
