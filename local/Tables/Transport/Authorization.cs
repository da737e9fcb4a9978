using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Transport;

/// <summary>The ways to be let in, each as the account it opens.</summary>
static class Authorization
{
    const string Scope = "https://storage.azure.com/.default";

    public static TableRest Rest(TableEndpoint endpoint, TableSharedKeyCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new TableRest(endpoint, new SharedKeyLitePolicy(credential, TimeProvider.System), options);
    }

    public static TableRest Rest(TableEndpoint endpoint, AzureSasCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new TableRest(TableEndpoint.RequireHttps(endpoint), new SignaturePolicy(credential), options);
    }

    public static TableRest Rest(TableEndpoint endpoint, TokenCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new TableRest(TableEndpoint.RequireHttps(endpoint), new BearerTokenAuthenticationPolicy(credential, Scope), options);
    }

    /// <summary>By the signature in the address, or, where there is none, by nothing: a transport may add it.</summary>
    public static TableRest Rest(TableEndpoint endpoint, TableClientOptions? options) => endpoint.Signature is { } signature
        ? Rest(endpoint, new AzureSasCredential(signature), options)
        : new TableRest(TableEndpoint.RequireHttps(endpoint), null, options);

    public static TableRest Rest(TableConnectionString connection, TableClientOptions? options)
    {
        var endpoint = TableEndpoint.Of(connection.Address);
        return connection.Key is { } key
            ? Rest(endpoint, key, options)
            : Rest(endpoint, new AzureSasCredential(connection.Signature!), options);
    }
}
