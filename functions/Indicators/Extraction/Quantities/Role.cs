namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>What a quantity is in its sentence.</summary>
enum Role : byte
{
    /// <summary>A value reached or wanted.</summary>
    Level,

    /// <summary>A difference from a basis.</summary>
    Change,

    /// <summary>A quotient with a basis.</summary>
    Ratio,

    /// <summary>The plan's value, in brackets after the value reached.</summary>
    PlanLevel,

    /// <summary>No statistic; <see cref="Quantity.Reason"/> says why.</summary>
    None,
}
