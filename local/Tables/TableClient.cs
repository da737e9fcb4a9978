using Azure.Core;
using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Transport;

namespace Azure.Data.Tables;

/// <summary>The rows of one table.</summary>
public class TableClient
{
    readonly TableRest _rest = null!;

    /// <summary>For mocks.</summary>
    protected TableClient()
    {
    }

    /// <summary>A table of the account that a connection string names.</summary>
    /// <exception cref="InvalidOperationException">The connection string is not well formed or not complete.</exception>
    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    /// <summary>A table of the account that a connection string names.</summary>
    /// <exception cref="InvalidOperationException">The connection string is not well formed or not complete.</exception>
    public TableClient(string connectionString, string tableName, TableClientOptions? options = null)
        : this(Authorization.Rest(TableConnectionString.Parse(connectionString), options), tableName)
    {
    }

    /// <summary>The table at an address that ends with a shared access signature.</summary>
    public TableClient(Uri endpoint, TableClientOptions? options = null)
        : this(Authorization.Rest(TableEndpoint.Of(endpoint), options), TableEndpoint.Of(endpoint, null).TableName!)
    {
    }

    /// <summary>The table at <paramref name="endpoint"/>, by shared access signature.</summary>
    public TableClient(Uri endpoint, AzureSasCredential credential, TableClientOptions? options = null)
        : this(Authorization.Rest(TableEndpoint.Of(endpoint), credential, options), TableEndpoint.Of(endpoint, null).TableName!)
    {
    }

    /// <summary>A table of the account at <paramref name="endpoint"/>, by the account's key.</summary>
    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, null)
    {
    }

    /// <summary>A table of the account at <paramref name="endpoint"/>, by the account's key.</summary>
    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions? options = null)
        : this(Authorization.Rest(TableEndpoint.Of(endpoint, tableName), credential, options), tableName)
    {
    }

    /// <summary>A table of the account at <paramref name="endpoint"/>, by an identity; over https only.</summary>
    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(Authorization.Rest(TableEndpoint.Of(endpoint, tableName), tokenCredential, options), tableName)
    {
    }

    internal TableClient(TableRest rest, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        _rest = rest;
        Name = tableName;
        Uri = new Uri($"{rest.Account.AbsoluteUri.TrimEnd('/')}/{tableName}");
    }

    /// <summary>The account's name.</summary>
    public virtual string AccountName => _rest.AccountName;

    /// <summary>The table's name.</summary>
    public virtual string Name { get; } = null!;

    /// <summary>The table's address.</summary>
    public virtual Uri Uri { get; } = null!;

    /// <summary>Spells an interpolated string as a filter: every value in its place is quoted and escaped.</summary>
    /// <exception cref="ArgumentException">A value has a type that filters do not have.</exception>
    public static string CreateQueryFilter(FormattableString filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return ODataLiteral.Fill(filter);
    }

    /// <summary>Creates the table.</summary>
    /// <exception cref="RequestFailedException">409 TableAlreadyExists, among others.</exception>
    public virtual Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        _rest.CreateTableAsync(Name, mayExist: false, cancellationToken);

    /// <summary>Creates the table unless it exists; then the raw response's status is 409.</summary>
    /// <exception cref="RequestFailedException">409 TableBeingDeleted, among others.</exception>
    public virtual Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        _rest.CreateTableAsync(Name, mayExist: true, cancellationToken);

    /// <summary>Deletes the table with all its rows; if it does not exist, the status is 404 and nothing is thrown.</summary>
    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        _rest.DeleteTableAsync(Name, cancellationToken);

    /// <summary>Inserts a row.</summary>
    /// <exception cref="RequestFailedException">409 EntityAlreadyExists; also after a retry of an insert that did succeed.</exception>
    public virtual async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        await _rest.WriteAsync(EntityOperation.Add(Name, entity), cancellationToken);

    /// <summary>Inserts a row, or merges into or replaces the one there.</summary>
    public virtual async Task<Response> UpsertEntityAsync<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        await _rest.WriteAsync(EntityOperation.Update(Name, entity, mode, null), cancellationToken);

    /// <summary>Merges into or replaces the row whose version is <paramref name="ifMatch"/>; <see cref="ETag.All"/> takes any.</summary>
    /// <exception cref="RequestFailedException">412 UpdateConditionNotSatisfied when the row has changed; 404 when it is gone.</exception>
    public virtual async Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        ifMatch == default
            ? throw new ArgumentException("An update names the version it is for; ETag.All takes any.", nameof(ifMatch))
            : await _rest.WriteAsync(EntityOperation.Update(Name, entity, mode, ifMatch), cancellationToken);

    /// <summary>Deletes a row; one that does not exist is no error, the status is then 404.</summary>
    /// <exception cref="RequestFailedException">412 UpdateConditionNotSatisfied when the row has another version than <paramref name="ifMatch"/>.</exception>
    public virtual async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return await _rest.WriteAsync(EntityOperation.Delete(Name, partitionKey, rowKey, ifMatch), cancellationToken);
    }

    /// <summary>Deletes the row with the keys of <paramref name="entity"/>; its own ETag does not count, only <paramref name="ifMatch"/>.</summary>
    public virtual async Task<Response> DeleteEntityAsync(ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return await DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    /// <summary>Reads a row, or of it the properties in <paramref name="select"/>.</summary>
    /// <exception cref="RequestFailedException">404 ResourceNotFound when there is none.</exception>
    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var (response, row) = await ReadAsync<T>(partitionKey, rowKey, select, mayBeAbsent: false, cancellationToken);
        return Response.FromValue(row!, response);
    }

    /// <summary>Reads a row if there is one.</summary>
    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var (response, row) = await ReadAsync<T>(partitionKey, rowKey, select, mayBeAbsent: true, cancellationToken);
        return row is null ? new NoEntity<T>(response) : Response.FromValue(row, response);
    }

    /// <summary>
    /// The rows for which <paramref name="filter"/> holds, in order of their keys, or of them the properties in <paramref name="select"/>.
    /// A page has at most 1,000 rows, may be empty, and is fetched when it is reached.
    /// </summary>
    public virtual AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        new Pages<T>(_rest, new PageRequest($"/{Name}()", filter, maxPerPage, select?.ToList(), default), EntityReader.Read<T>, cancellationToken);

    /// <summary>Writes up to 100 rows of one partition, all or none; the responses are in the order of the actions and carry the ETags.</summary>
    /// <exception cref="TableTransactionFailedException">Nothing was written because of the action at its index.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default) =>
        await _rest.SubmitAsync(Transaction.Operations(Name, transactionActions), cancellationToken);

    Task<(Response Response, T? Row)> ReadAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select, bool mayBeAbsent, CancellationToken cancellationToken)
        where T : class, ITableEntity
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return _rest.ReadAsync(EntityOperation.PathOf(Name, partitionKey, rowKey), select, mayBeAbsent, EntityReader.Read<T>, cancellationToken);
    }
}
