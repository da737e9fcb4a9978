using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

/// <summary>
/// How a class of one's own is stored: every public property and field, under the name of its DataMember attribute where it has one,
/// except those marked IgnoreDataMember.
/// </summary>
sealed class EntityModel
{
    static readonly ConcurrentDictionary<Type, EntityModel> Models = new();

    readonly List<Member> _members = [];

    EntityModel(Type type)
    {
        foreach (var member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance))
        {
            if (member.IsDefined(typeof(IgnoreDataMemberAttribute), inherit: true)) continue;
            var name = member.GetCustomAttribute<DataMemberAttribute>()?.Name ?? member.Name;
            if (IsSystem(member.Name)) continue;
            if (member is PropertyInfo property && property.GetIndexParameters().Length == 0)
                _members.Add(new Member(name, property.PropertyType,
                    property.CanRead ? property.GetValue : null, property.CanWrite ? property.SetValue : null));
            else if (member is FieldInfo field)
                _members.Add(new Member(name, field.FieldType, field.GetValue, field.IsInitOnly ? null : field.SetValue));
        }
    }

    /// <summary>The model of <paramref name="type"/>, built once.</summary>
    public static EntityModel Of(Type type) => Models.GetOrAdd(type, t => new EntityModel(t));

    /// <summary>The properties of <paramref name="entity"/> that are not null.</summary>
    public List<EntityProperty> Read(ITableEntity entity)
    {
        var properties = new List<EntityProperty>(_members.Count);
        foreach (var member in _members)
            if (member.Get?.Invoke(entity) is { } value)
                properties.Add(new EntityProperty(member.Name, StoredValue.Of(member.Name, value)));
        return properties;
    }

    /// <summary>Fills <paramref name="entity"/> with what <paramref name="row"/> has; properties it has not stay as they are.</summary>
    public void Fill(ITableEntity entity, JsonElement row)
    {
        foreach (var member in _members)
            if (member.Set is { } set && row.TryGetProperty(member.Name, out var value))
                set(entity, EntityReader.As(member.Type, value, member.Name));
    }

    // These four come and go through the interface, which a class may implement explicitly.
    static bool IsSystem(string name) =>
        name is nameof(ITableEntity.PartitionKey) or nameof(ITableEntity.RowKey) or nameof(ITableEntity.Timestamp) or nameof(ITableEntity.ETag);

    sealed record Member(string Name, Type Type, Func<object?, object?>? Get, Action<object?, object?>? Set);
}
