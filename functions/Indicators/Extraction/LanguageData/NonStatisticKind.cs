namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>A kind of number that is no statistic.</summary>
/// <param name="Id">Its name in tests and explanations.</param>
/// <param name="About">What such a number is.</param>
/// <param name="Units">The units that it may have: <c>none</c> for no unit, <c>bps</c> for any speed; any where empty.</param>
/// <param name="Lead">Phrases of which one stands before the number in its clause.</param>
/// <param name="Within">How many tokens may stand between that phrase and the number.</param>
/// <param name="Behind">Phrases of which one stands at once behind the number and its unit.</param>
/// <param name="Unless">Phrases that say something else where they stand before the number, as near as the leading ones.</param>
/// <param name="UnlessBehind">Longer phrases that say something else behind the number.</param>
/// <param name="Most">No greater number is of this kind.</param>
/// <param name="Each">Of which units of time an amount is told.</param>
/// <param name="EachUnless">Of whom amounts of money are statistics all the same.</param>
/// <param name="Changes">Whether numbers behind a verb of rise or fall may be of this kind too.</param>
sealed record NonStatisticKind(
    string Id, string About, string[]? Units = null, string[]? Lead = null, int Within = 0, string[]? Behind = null, string[]? Unless = null, string[]? UnlessBehind = null, decimal? Most = null, bool Changes = false, string[]? Each = null,
    string? EachUnless = null)
{
    public string[] Units { get; init; } = Units ?? [];

    public string[] Lead { get; init; } = Lead ?? [];

    public string[] Behind { get; init; } = Behind ?? [];

    public string[] Unless { get; init; } = Unless ?? [];

    public string[] UnlessBehind { get; init; } = UnlessBehind ?? [];

    public string[] Each { get; init; } = Each ?? [];

    public string EachUnless { get; init; } = EachUnless ?? "";

    /// <summary>Why a number of this kind was left, with the kind's name.</summary>
    public string Reason { get; } = $"{About} ({Id})";

    /// <summary>Whether the words around a number tell the kind.</summary>
    public bool IsByWords => Lead.Length + Behind.Length > 0;

    /// <summary>Whether a number may be of this kind by its value and unit.</summary>
    /// <param name="value">Its value.</param>
    /// <param name="unit">Its unit; null for none.</param>
    /// <param name="scaled">Whether it is written with a multiplier: <c>5,4 triệu</c>.</param>
    public bool Fits(decimal? value, Unit? unit, bool scaled) => (Most is not { } most || value <= most) && (Units.Length == 0 || Units.AsSpan().Contains(Code(unit, scaled)));

    static string Code(Unit? unit, bool scaled) => unit switch
    {
        null => scaled ? "" : "none",
        { Code: var code } => code.EndsWith("bps", StringComparison.Ordinal) ? "bps" : code,
    };
}
