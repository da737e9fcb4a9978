namespace ServerlessIct.Indicators.Places;

/// <summary>A province or centrally run city, in the edition before or since 1 July 2025.</summary>
public sealed record Province
{
    /// <summary>The slug, for instance <c>soc-trang</c>; unique within an edition, and the same place-name keeps its slug.</summary>
    public required string Slug { get; init; }

    /// <summary>The Vietnamese name without <c>tỉnh</c> or <c>thành phố</c>.</summary>
    public required string NameVi { get; init; }

    /// <summary>The name without tone marks.</summary>
    public required string NameEn { get; init; }

    /// <summary>The two-digit official code in this edition; codes were reassigned in 2025.</summary>
    public required string Code { get; init; }

    /// <summary>The government web domain of before 2025; empty where unknown.</summary>
    public string Domain { get; init; } = "";

    /// <summary>The region of before 2025; empty in the later edition.</summary>
    public string Region { get; init; } = "";

    /// <summary>The slug of the province that it became part of on 1 July 2025 (itself where it stayed alone or absorbed others).</summary>
    public required string MergedInto { get; init; }

    /// <summary>In the edition since July 2025: the slugs that it was formed from; else empty.</summary>
    public IReadOnlyList<string> FormedFrom { get; init; } = [];
}
