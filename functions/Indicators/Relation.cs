namespace ServerlessIct.Indicators;

/// <summary>What the number of a <see cref="Comparison"/> says.</summary>
public enum Relation
{
    /// <summary>The signed difference from the basis; for ranks, positive is better.</summary>
    Change,

    /// <summary>The value divided by the basis, in % or in times.</summary>
    Ratio,

    /// <summary>The value of the basis itself.</summary>
    Level,
}
