using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Transport;

namespace Azure.Data.Tables;

/// <summary>The tables of an account.</summary>
public class TableServiceClient
{
    readonly TableRest _rest = null!;

    /// <summary>For mocks.</summary>
    protected TableServiceClient()
    {
    }

    /// <summary>The account that a connection string names, by key or shared access signature.</summary>
    /// <exception cref="InvalidOperationException">The connection string is not well formed or not complete.</exception>
    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    /// <summary>The account that a connection string names, by key or shared access signature.</summary>
    /// <exception cref="InvalidOperationException">The connection string is not well formed or not complete.</exception>
    public TableServiceClient(string connectionString, TableClientOptions? options = null) =>
        _rest = Authorization.Rest(TableConnectionString.Parse(connectionString), options);

    /// <summary>The account at an address that ends with a shared access signature.</summary>
    public TableServiceClient(Uri endpoint, TableClientOptions? options = null) =>
        _rest = Authorization.Rest(TableEndpoint.Of(endpoint), options);

    /// <summary>The account at <paramref name="endpoint"/>, by shared access signature.</summary>
    public TableServiceClient(Uri endpoint, AzureSasCredential credential)
        : this(endpoint, credential, null)
    {
    }

    /// <summary>The account at <paramref name="endpoint"/>, by shared access signature.</summary>
    public TableServiceClient(Uri endpoint, AzureSasCredential credential, TableClientOptions? options = null) =>
        _rest = Authorization.Rest(TableEndpoint.Of(endpoint), credential, options);

    /// <summary>The account at <paramref name="endpoint"/>, by its key.</summary>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, null!)
    {
    }

    /// <summary>The account at <paramref name="endpoint"/>, by its key.</summary>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions options) =>
        _rest = Authorization.Rest(TableEndpoint.Of(endpoint), credential, options);

    /// <summary>The account at <paramref name="endpoint"/>, by an identity; over https only.</summary>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null) =>
        _rest = Authorization.Rest(TableEndpoint.Of(endpoint), tokenCredential, options);

    /// <summary>The account's name.</summary>
    public virtual string AccountName => _rest.AccountName;

    /// <summary>The address of the account's table service.</summary>
    public virtual Uri Uri => _rest.Account;

    /// <summary>Spells an interpolated string as a filter: every value in its place is quoted and escaped.</summary>
    public static string CreateQueryFilter(FormattableString filter) => TableClient.CreateQueryFilter(filter);

    /// <summary>A client of one table; nothing is sent.</summary>
    public virtual TableClient GetTableClient(string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        return new TableClient(_rest, tableName);
    }

    /// <summary>Creates a table.</summary>
    /// <exception cref="RequestFailedException">409 TableAlreadyExists, among others.</exception>
    public virtual Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        _rest.CreateTableAsync(tableName, mayExist: false, cancellationToken);

    /// <summary>Creates a table unless it exists; then the raw response's status is 409.</summary>
    /// <exception cref="RequestFailedException">409 TableBeingDeleted, among others.</exception>
    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default) =>
        _rest.CreateTableAsync(tableName, mayExist: true, cancellationToken);

    /// <summary>Deletes a table with all its rows; one that does not exist is no error, the status is then 404.</summary>
    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        _rest.DeleteTableAsync(tableName, cancellationToken);

    /// <summary>The account's tables, in order of name.</summary>
    public virtual AsyncPageable<TableItem> QueryAsync(string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new Pages<TableItem>(
            _rest,
            new PageRequest("/Tables", filter, maxPerPage, null, default),
            row => new TableItem(row.GetProperty("TableName").GetString()!),
            cancellationToken);
}
