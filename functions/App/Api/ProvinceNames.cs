using ServerlessIct.Indicators.Places;

namespace ServerlessIct.App.Api;

/// <summary>What places are called in answers.</summary>
static class ProvinceNames
{
    /// <summary>The Vietnamese name of a slug.</summary>
    public static string Of(string slug) => slug == Gazetteer.Country
        ? "Việt Nam"
        : (Gazetteer.Default.FindBefore2025(slug) ?? Gazetteer.Default.FindSince2025(slug))?.NameVi ?? slug;
}
