using System.Net;

namespace Azure.Data.Tables.Transport;

/// <summary>What an address of the table service says: account, perhaps a table, perhaps a shared access signature.</summary>
/// <param name="Account">Address of the account's table service, without a slash at the end and without a query.</param>
/// <param name="AccountName">The account's name.</param>
/// <param name="TableName">The table, where the address has one.</param>
/// <param name="Signature">The query, where the address has one: a shared access signature.</param>
sealed record TableEndpoint(Uri Account, string AccountName, string? TableName, string? Signature)
{
    /// <summary>Takes <paramref name="address"/> apart.</summary>
    /// <exception cref="ArgumentException">It is not an http or https address, or has more path than account and table.</exception>
    public static TableEndpoint Of(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
            throw new ArgumentException("The address of a table service begins with https:// (or http:// on this machine).", nameof(address));
        var segments = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var accountSegments = HasAccountInPath(address) ? 1 : 0;
        if (segments.Length < accountSegments || segments.Length > accountSegments + 1)
            throw new ArgumentException($"The address {address.GetLeftPart(UriPartial.Path)} is not that of a table service or a table.", nameof(address));
        var authority = address.GetLeftPart(UriPartial.Authority);
        return new TableEndpoint(
            new Uri(accountSegments == 1 ? $"{authority}/{segments[0]}" : authority),
            accountSegments == 1 ? segments[0] : address.Host.Split('.')[0],
            segments.Length > accountSegments ? segments[accountSegments] : null,
            address.Query.Length > 1 ? address.Query[1..] : null);
    }

    /// <summary>The same for <paramref name="table"/>, which the address may name already.</summary>
    public static TableEndpoint Of(Uri address, string? table)
    {
        var endpoint = Of(address);
        if (string.IsNullOrEmpty(table))
            return endpoint.TableName is null
                ? throw new ArgumentException("Neither the address nor an argument names a table.", nameof(table))
                : endpoint;
        if (endpoint.TableName is { } named && !string.Equals(named, table, StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"The address names the table {named}, not {table}.", nameof(table));
        return endpoint with { TableName = table };
    }

    /// <summary>A signature or a token would be readable on the way if it went over plain http, except on this machine.</summary>
    /// <exception cref="ArgumentException">The address is not https and not this machine.</exception>
    public static TableEndpoint RequireHttps(TableEndpoint endpoint) => endpoint.Account.Scheme == Uri.UriSchemeHttps || endpoint.Account.IsLoopback
        ? endpoint
        : throw new ArgumentException("A shared access signature or a token is sent over https only.", nameof(endpoint));

    // An emulator is reached by an IP address or a port of its own and has the account as the first part of the path.
    static bool HasAccountInPath(Uri address) => !address.IsDefaultPort || IPAddress.TryParse(address.Host, out _);
}
