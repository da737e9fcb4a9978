using System.Globalization;

namespace Azure.Data.Tables.Transport;

/// <summary>Values as they are spelled in a filter.</summary>
static class ODataLiteral
{
    /// <summary>Fills the places of an interpolated string with literals, so that no value can end its own quotes.</summary>
    /// <exception cref="ArgumentException">A value has a type that filters do not have.</exception>
    public static string Fill(FormattableString filter)
    {
        var literals = filter.GetArguments().Select(Of).ToArray<object?>();
        return string.Format(CultureInfo.InvariantCulture, filter.Format, literals);
    }

    static string Of(object? value, int position) => value switch
    {
        null => "null",
        string text => Quoted(text),
        char character => Quoted(character.ToString()),
        bool truth => truth ? "true" : "false",
        sbyte or byte or short or ushort or int or uint or float or decimal => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        double number => number.ToString(CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        ulong number => number.ToString(CultureInfo.InvariantCulture) + "L",
        Guid guid => $"guid'{guid}'",
        DateTimeOffset moment => Moment(moment.UtcDateTime),
        DateTime moment => Moment(moment.ToUniversalTime()),
        byte[] bytes => $"X'{Convert.ToHexStringLower(bytes)}'",
        BinaryData bytes => $"X'{Convert.ToHexStringLower(bytes)}'",
        _ => throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
            $"The value at position {position} is a {value.GetType()}, which a filter cannot have."), nameof(value)),
    };

    static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    static string Moment(DateTime utc) => $"datetime'{utc.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)}'";
}
