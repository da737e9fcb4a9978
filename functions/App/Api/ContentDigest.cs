using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace ServerlessIct.App.Api;

/// <summary>The header Content-Digest (RFC 9530): <c>sha-256=:BASE64:</c>, by which a sender says what it sends.</summary>
static class ContentDigest
{
    const string Name = "Content-Digest", Start = "sha-256=:", Form = "sha-256=: the SHA-256 of the body in Base64 :";

    /// <summary>The SHA-256 that the sender says; null where it says none.</summary>
    /// <exception cref="ParameterException">It is not of that form.</exception>
    public static byte[]? Of(HttpRequest request)
    {
        var text = request.Headers[Name].ToString();
        if (text.Length == 0) return null;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes + 3];
        var isDigest = text.StartsWith(Start, StringComparison.OrdinalIgnoreCase) && text.EndsWith(':') && text.Length < 80
            && Convert.TryFromBase64String(text[Start.Length..^1], hash, out var length) && length == SHA256.HashSizeInBytes;
        return isDigest ? hash[..SHA256.HashSizeInBytes].ToArray() : throw new ParameterException(Name, Parameters.Shortened(text), Form);
    }

    /// <summary>The body was not that.</summary>
    public static ProblemException IsOther(byte[] expected) => new(new ProblemAnswer
    {
        Title = "The body is not what its digest says",
        Status = StatusCodes.Status400BadRequest,
        Detail = "Nothing was stored. Send it again; if that does not help, compute the digest of the very bytes that are sent.",
        Parameter = Name,
        Value = $"{Start}{Convert.ToBase64String(expected)}:",
    });
}
