using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using ServerlessIct.App.Api.Description;

namespace ServerlessIct.App.Api;

/// <summary>
/// Whose requests are counted together: those of a known key, else those of an address. A key that nobody has checked counts for nothing, as
/// a caller can think of a new one for each request.
/// </summary>
/// <param name="isBehindFrontEnd">Whether the front end of App Service is in front of the Functions host.</param>
public sealed class CallerIdentity(bool isBehindFrontEnd)
{
    /// <summary>
    /// The front end of App Service sets this header to the address and port of the connection it took, and overwrites what the client sent
    /// (Azure/app-service-linux-docs, Things_You_Should_Know/headers.md). The host hands it on; X-Forwarded-For it replaces by the address of its own
    /// caller, which is the front end. Where another proxy stands before the front end, this is the address of that proxy.
    /// </summary>
    internal const string FrontEndHeader = "CLIENT-IP";

    /// <summary>App Service sets this in the environment of every app; on one machine nothing does.</summary>
    internal const string SiteName = "WEBSITE_SITE_NAME";

    /// <summary>Of an IPv6 address these bytes name the network that one subscriber has; the others he chooses himself.</summary>
    const int NetworkBytes = 8;

    /// <summary>Looks whether the app runs in App Service.</summary>
    public static CallerIdentity From(IConfiguration settings) => new(isBehindFrontEnd: settings[SiteName] is { Length: > 0 });

    /// <summary>Under what a request is counted.</summary>
    /// <param name="request">The request.</param>
    /// <param name="operation">What it is: before a write, the host has checked the key.</param>
    /// <param name="reader">The name of the reader whose key it shows; null where it shows none that is known.</param>
    public string Of(HttpRequest request, Operation operation, string? reader)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(operation);
        if (reader is not null) return $"reader {reader}";
        if (operation.Access == Access.Write && ReaderKeys.Shown(request) is { } key)
            return $"key {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 8))}";
        return $"address {AddressOf(request)}";
    }

    /// <summary>
    /// The address of the client, of IPv6 its network. Without a front end it is that of the connection, which the worker's own middleware has put
    /// in place of the host's.
    /// </summary>
    string AddressOf(HttpRequest request)
    {
        var address = isBehindFrontEnd && IPEndPoint.TryParse(request.Headers[FrontEndHeader].ToString(), out var client)
            ? client.Address
            : request.HttpContext.Connection.RemoteIpAddress;
        if (address is null) return "unknown";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address.ToString();
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return string.Create(CultureInfo.InvariantCulture, $"{new IPAddress(bytes)}/{8 * NetworkBytes}");
    }
}
