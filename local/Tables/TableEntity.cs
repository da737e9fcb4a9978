using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Azure.Data.Tables;

/// <summary>
/// A row as a dictionary. Values are string, int, long, double, bool, DateTime (UTC), DateTimeOffset, Guid, byte[] or BinaryData; dates read
/// from the service are DateTimeOffset.
/// </summary>
public sealed class TableEntity : ITableEntity, IDictionary<string, object>
{
    internal const string ETagName = "odata.etag";

    readonly Dictionary<string, object?> _properties;

    /// <summary>A row without keys or properties.</summary>
    public TableEntity()
        : this(new Dictionary<string, object>(StringComparer.Ordinal))
    {
    }

    /// <summary>A row without properties.</summary>
    public TableEntity(string partitionKey, string rowKey)
        : this()
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    /// <summary>A row with a copy of <paramref name="values"/>, keys included.</summary>
    public TableEntity(IDictionary<string, object> values) =>
        _properties = values is null ? new(StringComparer.Ordinal) : new(values!, StringComparer.Ordinal);

    /// <inheritdoc/>
    public string PartitionKey
    {
        get => GetString(nameof(PartitionKey))!;
        set => _properties[nameof(PartitionKey)] = value;
    }

    /// <inheritdoc/>
    public string RowKey
    {
        get => GetString(nameof(RowKey))!;
        set => _properties[nameof(RowKey)] = value;
    }

    /// <inheritdoc/>
    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(nameof(Timestamp));
        set => _properties[nameof(Timestamp)] = value;
    }

    /// <inheritdoc/>
    public ETag ETag
    {
        get => new(GetString(ETagName)!);
        set => _properties[ETagName] = value.ToString();
    }

    /// <summary>How many values there are, keys and system properties included.</summary>
    public int Count => _properties.Count;

    /// <summary>The names of the values.</summary>
    public ICollection<string> Keys => _properties.Keys;

    ICollection<object> IDictionary<string, object>.Values => ((IDictionary<string, object>)_properties).Values;

    bool ICollection<KeyValuePair<string, object>>.IsReadOnly => false;

    /// <summary>A value, or null where there is none. An int set over a long or a double takes that type.</summary>
    [AllowNull]
    public object this[string key]
    {
        get => _properties.GetValueOrDefault(key)!;
        set => Set(key, value);
    }

    /// <summary>The string called <paramref name="key"/>, or null where there is none.</summary>
    /// <exception cref="InvalidOperationException">The value has another type.</exception>
    public string? GetString(string key) => (string?)Get(key, typeof(string));

    /// <summary>The bytes called <paramref name="key"/>, or null where there are none.</summary>
    /// <exception cref="InvalidOperationException">The value has another type.</exception>
    public byte[]? GetBinary(string key) => (byte[]?)Get(key, typeof(byte[]));

    /// <summary>The bytes called <paramref name="key"/>, or null where there are none.</summary>
    /// <exception cref="InvalidOperationException">The value has another type.</exception>
    public BinaryData? GetBinaryData(string key) =>
        _properties.GetValueOrDefault(key) is byte[] bytes ? new BinaryData(bytes) : (BinaryData?)Get(key, typeof(BinaryData));

    /// <summary>The value called <paramref name="key"/>, or null where there is none.</summary>
    /// <exception cref="InvalidOperationException">The value has another type.</exception>
    public bool? GetBoolean(string key) => (bool?)Get(key, typeof(bool));

    /// <summary>The value called <paramref name="key"/> in UTC, or null where there is none.</summary>
    /// <exception cref="InvalidOperationException">The value has another type.</exception>
    public DateTime? GetDateTime(string key) =>
        _properties.GetValueOrDefault(key) is DateTimeOffset moment ? moment.UtcDateTime : (DateTime?)Get(key, typeof(DateTime));

    /// <summary>The value called <paramref name="key"/>, or null where there is none.</summary>
    /// <exception cref="InvalidOperationException">The value has another type.</exception>
    public DateTimeOffset? GetDateTimeOffset(string key) =>
        _properties.GetValueOrDefault(key) is DateTime moment ? new DateTimeOffset(moment) : (DateTimeOffset?)Get(key, typeof(DateTimeOffset));

    /// <summary>The value called <paramref name="key"/>, or null where there is none.</summary>
    /// <exception cref="InvalidOperationException">The value has another type.</exception>
    public double? GetDouble(string key) => (double?)Get(key, typeof(double));

    /// <summary>The value called <paramref name="key"/>, or null where there is none.</summary>
    /// <exception cref="InvalidOperationException">The value has another type.</exception>
    public Guid? GetGuid(string key) => (Guid?)Get(key, typeof(Guid));

    /// <summary>The value called <paramref name="key"/>, or null where there is none.</summary>
    /// <exception cref="InvalidOperationException">The value has another type.</exception>
    public int? GetInt32(string key) => (int?)Get(key, typeof(int));

    /// <summary>The value called <paramref name="key"/>, or null where there is none.</summary>
    /// <exception cref="InvalidOperationException">The value has another type.</exception>
    public long? GetInt64(string key) => (long?)Get(key, typeof(long));

    /// <summary>Sets a value, as the indexer does.</summary>
    public void Add(string key, object? value) => Set(key, value);

    /// <summary>Forgets every value, keys included.</summary>
    public void Clear() => _properties.Clear();

    /// <summary>Whether there is a value, be it null.</summary>
    public bool ContainsKey(string key) => _properties.ContainsKey(key);

    /// <summary>Forgets a value; false where there was none. On a merge the row keeps its own.</summary>
    public bool Remove(string key) => _properties.Remove(key);

    /// <summary>Finds a value.</summary>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object value) => _properties.TryGetValue(key, out value!);

    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => Set(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) => Properties.Contains(item);

    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) =>
        Properties.CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) => Properties.Remove(item);

    IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator() => Properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _properties.GetEnumerator();

    ICollection<KeyValuePair<string, object>> Properties => (ICollection<KeyValuePair<string, object>>)_properties!;

    void Set(string key, object? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        _properties[key] = (_properties.GetValueOrDefault(key), value) switch
        {
            (double, int number) => (double)number,
            (long, int number) => (long)number,
            _ => value,
        };
    }

    object? Get(string key, Type type)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var value = _properties.GetValueOrDefault(key);
        return value is null || type.IsInstanceOfType(value)
            ? value
            : throw new InvalidOperationException($"The value called '{key}' is a {value.GetType()}, not a {type}.");
    }
}
