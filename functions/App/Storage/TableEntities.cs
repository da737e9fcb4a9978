using Azure.Data.Tables;

namespace ServerlessIct.App.Storage;

/// <summary>Makes entities; a property without a value is left out, as the service has no null, and neither the date that stands for none.</summary>
static class TableEntities
{
    public static TableEntity Of(string partitionKey, string rowKey, params ReadOnlySpan<(string Name, object? Value)> properties)
    {
        var entity = new TableEntity(partitionKey, rowKey);
        foreach (var (name, value) in properties)
            if (value is not null && value is not DateTimeOffset { Ticks: 0 }) entity[name] = value;
        return entity;
    }
}
