using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Catalogue;

namespace ServerlessIct.App.Api;

/// <summary>An indicator in an answer.</summary>
/// <param name="Code">The code.</param>
/// <param name="NameVi">The Vietnamese name.</param>
/// <param name="NameEn">The English name.</param>
/// <param name="Unit">The unit of its values.</param>
/// <param name="Measure">What is measured: amount, count, share, ratio, density, distance, rank or score.</param>
/// <param name="Better">Which way is better: up, down or none.</param>
/// <param name="Notes">What the definition leaves open, or empty.</param>
/// <param name="Standards">What it is called in published standards.</param>
public sealed record IndicatorAnswer(
    string Code, string NameVi, string NameEn, Unit Unit, string Measure, string Better, string Notes, IReadOnlyList<StandardReference> Standards)
{
    /// <summary>An indicator of the catalogue.</summary>
    public static IndicatorAnswer Of(Indicator i) => new(i.Code, i.NameVi, i.NameEn, i.Unit, i.Measure, i.Better, i.Notes, i.Standards);
}
