namespace Azure.Data.Tables.Entities;

/// <summary>A .NET value as one of the eight types that the service keeps.</summary>
static class StoredValue
{
    /// <summary>The value to store for the property <paramref name="name"/>.</summary>
    /// <exception cref="NotSupportedException">
    /// The type is none of the service's. The official client sends some of these and gives back zero when reading; losing a number in
    /// silence is worth an exception.
    /// </exception>
    public static object Of(string name, object value) => value switch
    {
        string or bool or int or long or DateTimeOffset or Guid or byte[] => value,
        double number when double.IsFinite(number) => value,
        double => throw new NotSupportedException($"The property '{name}' is infinite or not a number, which cannot be sent as JSON."),
        BinaryData data => data.ToArray(),
        Enum choice => choice.ToString(),
        ulong number when number <= long.MaxValue => (long)number,
        ulong => throw new NotSupportedException($"The property '{name}' is larger than a 64-bit signed number, which is the largest the service keeps."),
        DateTime { Kind: DateTimeKind.Utc } moment => new DateTimeOffset(moment),
        DateTime moment => throw new NotSupportedException(
            $"The property '{name}' is a date of kind {moment.Kind}; dates are stored in UTC. Use DateTime.SpecifyKind or a DateTimeOffset."),
        decimal => throw new NotSupportedException(
            $"The property '{name}' is a decimal, which the service does not keep. Store its text (invariant culture), or a long with a fixed scale."),
        _ => throw new NotSupportedException(
            $"The property '{name}' is a {value.GetType()}, which the service does not keep. It keeps string, bool, int, long, double, DateTimeOffset, Guid and bytes."),
    };
}
