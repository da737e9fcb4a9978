namespace ServerlessIct.Indicators;

/// <summary>What a value is compared with: another period, written as periods are, or <c>plan</c>.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(BasisJsonConverter))]
public readonly record struct Basis
{
    const string PlanName = "plan";

    Basis(Period? period) => Period = period;

    /// <summary>The plan, the target or the budget estimate for the same period.</summary>
    public static Basis Plan { get; } = new(null);

    /// <summary>The period compared with; null for the plan.</summary>
    public Period? Period { get; }

    /// <summary>Whether this is the plan.</summary>
    public bool IsPlan => Period is null;

    /// <summary>A period to compare with.</summary>
    public static Basis Of(Period period) => new(period);

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <returns>False where the text is neither <c>plan</c> nor a period.</returns>
    public static bool TryParse(string? text, out Basis basis)
    {
        basis = Plan;
        if (string.Equals(text, PlanName, StringComparison.Ordinal)) return true;
        if (!Indicators.Period.TryParse(text, out var period)) return false;
        basis = Of(period);
        return true;
    }

    /// <summary><c>plan</c>, or the period as <see cref="Indicators.Period.ToString"/> writes it.</summary>
    public override string ToString() => Period?.ToString() ?? PlanName;
}
