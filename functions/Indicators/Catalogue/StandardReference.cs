namespace ServerlessIct.Indicators.Catalogue;

/// <summary>The statistic of a published standard that an indicator follows.</summary>
public sealed record StandardReference
{
    /// <summary>The standard, for instance <c>ITU</c> or <c>Circular 03/2022/TT-BTTTT</c>.</summary>
    public required string Standard { get; init; }

    /// <summary>Its code there, for instance <c>i271</c>; null where the standard numbers nothing.</summary>
    public string? Code { get; init; }

    /// <summary>What the standard calls it, in English.</summary>
    public required string Name { get; init; }
}
