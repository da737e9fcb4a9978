namespace Azure.Data.Tables.Entities;

/// <summary>A property as it is stored: string, int, long, double, bool, DateTimeOffset, Guid or byte[]; never null.</summary>
readonly record struct EntityProperty(string Name, object Value);
