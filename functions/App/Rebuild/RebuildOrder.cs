using ServerlessIct.Indicators.Places;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Rebuild;

/// <summary>
/// In which order a full rebuild takes the provinces: by slug, but the provinces formed in July 2025 last, as their figures are compared with
/// those of their parts.
/// </summary>
sealed class RebuildOrder : IComparer<string>
{
    RebuildOrder()
    {
    }

    /// <summary>The order.</summary>
    public static RebuildOrder Default { get; } = new();

    /// <summary>The provinces that come last, in their order.</summary>
    public static IReadOnlyList<string> Last { get; } =
        [.. Gazetteer.Default.Since2025.Select(p => p.Slug).Where(IsLast).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Whether a province is one of those that come last.</summary>
    public static bool IsLast(string province) => Territory.PartsOf(province).Count > 0;

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null) return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        var sorts = IsLast(x).CompareTo(IsLast(y));
        return sorts != 0 ? sorts : string.CompareOrdinal(x, y);
    }
}
