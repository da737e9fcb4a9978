using ServerlessIct.Indicators.Extraction.LanguageData;

namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>What a row, or a column of a table whose rows are periods, is about.</summary>
/// <param name="Words">Tokens of the table that name it.</param>
/// <param name="Measure">The unit that it gives; null for none.</param>
/// <param name="Level">How deep it stands in the list: a row belongs to the nearest one above it with a smaller level.</param>
sealed record RowLabel(IReadOnlyList<int> Words, Measure? Measure, int Level)
{
    /// <summary>The level of rows that nothing marks.</summary>
    public const int Plain = 4;

    /// <summary>The level of <c>- Trong đó</c>.</summary>
    public const int Part = 8;
}
