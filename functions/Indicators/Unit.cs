namespace ServerlessIct.Indicators;

/// <summary>
/// The unit of a value: <c>VND</c>, <c>%</c>, <c>point</c> (of per cent), <c>count</c>, <c>rank</c>, <c>score</c>, <c>times</c>, <c>per100</c>, or a compound
/// <c>a/b</c> as the text writes it.
/// Multipliers (nghìn, triệu, tỷ) are never part of a unit: they are folded into the value.
/// </summary>
[System.Text.Json.Serialization.JsonConverter(typeof(UnitJsonConverter))]
public readonly record struct Unit
{
    const string CountCode = "count";

    // Null for a count, so that a unit never set equals it.
    readonly string? code;

    Unit(string code) => this.code = code == CountCode ? null : code;

    /// <summary>The code as stored and served, for instance <c>VND</c>, <c>%</c>, <c>count</c>, <c>person/point</c>.</summary>
    public string Code => code ?? CountCode;

    /// <summary>Vietnamese đồng.</summary>
    public static Unit Vnd { get; } = new("VND");

    /// <summary>Per cent.</summary>
    public static Unit Percent { get; } = new("%");

    /// <summary>Percentage points; in comparisons only.</summary>
    public static Unit Point { get; } = new("point");

    /// <summary>Things counted: people, stations, cases.</summary>
    public static Unit Count { get; } = new(CountCode);

    /// <summary>A place in an order.</summary>
    public static Unit Rank { get; } = new("rank");

    /// <summary>Points of an index or an examination.</summary>
    public static Unit Score { get; } = new("score");

    /// <summary>A multiple of the basis; in comparisons only.</summary>
    public static Unit Times { get; } = new("times");

    /// <summary>So many for every 100 inhabitants.</summary>
    public static Unit Per100 { get; } = new("per100");

    /// <summary>Inhabitants for every postal point.</summary>
    public static Unit PersonPerPoint { get; } = new("person/point");

    /// <summary>The unit with this code; any code is accepted, since compound units are written as found.</summary>
    /// <exception cref="ArgumentException">The code is empty.</exception>
    public static Unit Of(string code)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        return new Unit(code);
    }

    /// <inheritdoc cref="Code"/>
    public override string ToString() => Code;
}
