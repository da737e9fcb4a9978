using System.Globalization;

namespace ServerlessIct.App.Storage;

/// <summary>Table Storage has no decimal: amounts are stored as text with a point, exactly.</summary>
public static class StoredNumber
{
    /// <summary>The text of a number; null for none.</summary>
    public static string? Write(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static decimal? Read(string? text) =>
        text is null ? null : decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
