using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Catalogue;

namespace ServerlessIct.App.Api;

/// <summary>An indicator in an answer.</summary>
/// <param name="Code">The code by which the API knows the indicator, for instance <c>telecom.base_stations</c>.</param>
/// <param name="NameVi">What it is called in Vietnamese.</param>
/// <param name="NameEn">What it is called in English.</param>
/// <param name="Unit">In what its values are.</param>
/// <param name="Measure">What is measured: <c>amount</c>, <c>count</c>, <c>share</c>, <c>ratio</c>, <c>density</c>, <c>distance</c>, <c>rank</c> or <c>score</c>.</param>
/// <param name="Better">Which way is better: <c>up</c>, <c>down</c> or <c>none</c>.</param>
/// <param name="Notes">What the definition leaves open, or empty.</param>
/// <param name="Standards">What it is called in published standards; empty where none has it.</param>
/// <param name="Flow">Whether it counts what happened in the period; else what there is at its end.</param>
/// <param name="Range">The values a province can plausibly have, in the unit; others are served with the status <c>U</c>.</param>
/// <param name="CountryRange">The plausible values of the whole country, in the unit; null where they are those of a province, as with shares.</param>
/// <param name="Examples">Texts that state it, with what is read in each.</param>
/// <param name="Counterexamples">Texts that state something easily taken for it, with what is read in each.</param>
public sealed record IndicatorAnswer(
    string Code, string NameVi, string NameEn, Unit Unit, string Measure, string Better, string Notes, IReadOnlyList<StandardReference> Standards, bool Flow,
    PlausibleRange Range, PlausibleRange? CountryRange, IReadOnlyList<IndicatorExample> Examples, IReadOnlyList<IndicatorExample> Counterexamples)
{
    /// <summary>An indicator of the catalogue.</summary>
    public static IndicatorAnswer Of(Indicator i) => new(
        i.Code, i.NameVi, i.NameEn, i.Unit, i.Measure, i.Better, i.Notes, i.Standards, i.Flow, i.Range, i.CountryRange, i.Examples, i.Counterexamples);
}
