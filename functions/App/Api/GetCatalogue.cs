using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Api.Description;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Places;

namespace ServerlessIct.App.Api;

/// <summary>What can be asked for: indicators and provinces.</summary>
public sealed class GetCatalogue(ApiGate gate)
{
    /// <summary>The columns of the table.</summary>
    internal static readonly IReadOnlyList<Column<IndicatorAnswer>> IndicatorColumns =
    [
        new("code", i => i.Code), new("name_vi", i => i.NameVi), new("name_en", i => i.NameEn), new("unit", i => i.Unit.Code),
        new("measure", i => i.Measure), new("better", i => i.Better), new("notes", i => i.Notes),
        new("flow", i => i.Flow ? "true" : "false"), new("range_min", i => i.Range.Min), new("range_max", i => i.Range.Max),
        new("country_min", i => i.CountryRange?.Min), new("country_max", i => i.CountryRange?.Max),
        new("standards", i => string.Join("; ", i.Standards.Select(s => $"{s.Standard}{(s.Code is null ? "" : " " + s.Code)}: {s.Name}"))),
        new("example", i => i.Examples.Count == 0 ? null : i.Examples[0].Text),
    ];

    /// <summary>The columns of the table.</summary>
    internal static readonly IReadOnlyList<Column<ProvinceAnswer>> ProvinceColumns =
    [
        new("edition", p => p.FormedFrom is null ? "before 2025-07-01" : "since 2025-07-01"),
        new("slug", p => p.Slug), new("name_vi", p => p.NameVi), new("name_en", p => p.NameEn), new("code", p => p.Code),
        new("region", p => p.Region), new("domain", p => p.Domain), new("merged_into", p => p.MergedInto),
        new("formed_from", p => p.FormedFrom is null ? null : string.Join(' ', p.FormedFrom)),
    ];

    /// <summary><c>GET indicators?q=</c>: search in codes, names and standards, tone marks optional.</summary>
    [Function("GetIndicators")]
    public Task<IResult> Indicators(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Prefix + "indicators")] HttpRequest request, CancellationToken cancellationToken) =>
        gate.AnswerAsync(
            request,
            CatalogueOperations.Indicators,
            parameters =>
            {
                var words = parameters.Text("q");
                var found = IndicatorCatalogue.Default.All.Where(i => Diacritics.InsensitiveMatch(words, [i.Code, i.NameVi, i.NameEn, .. i.Standards.Select(s => $"{s.Standard} {s.Code} {s.Name}")])).Select(IndicatorAnswer.Of).ToList();
                var form = TableForm<IndicatorAnswer>.Of<IndicatorAnswer>(request, parameters, IndicatorColumns, "indicators.csv");
                return Task.FromResult(form.Answer(found, () => new IndicatorsAnswer(found)));
            },
            cancellationToken);

    /// <summary>By part of a name, or by any name that stands for it elsewhere (<c>TPHCM</c>).</summary>
    static bool IsMeant(string? words, Province province) =>
        Diacritics.InsensitiveMatch(words, province.Slug, province.NameVi, province.NameEn) || (words is not null && NameResolver.OfProvinces.Find(words) == province.Slug);

    /// <summary><c>GET provinces?q=</c>: the 63 of before July 2025, each with what it became, and the 34 since.</summary>
    [Function("GetProvinces")]
    public Task<IResult> Provinces(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Prefix + "provinces")] HttpRequest request, CancellationToken cancellationToken) =>
        gate.AnswerAsync(
            request,
            CatalogueOperations.Provinces,
            parameters =>
            {
                var words = parameters.Text("q");
                var gazetteer = Gazetteer.Default;
                var before = gazetteer.Before2025.Where(p => IsMeant(words, p)).Select(ProvinceAnswer.Before).ToList();
                var since = gazetteer.Since2025.Where(p => IsMeant(words, p)).Select(ProvinceAnswer.Since).ToList();
                var form = TableForm<ProvinceAnswer>.Of<ProvinceAnswer>(request, parameters, ProvinceColumns, "provinces.csv");
                return Task.FromResult(form.Answer(before.Concat(since), () => new ProvincesAnswer(before, since)));
            },
            cancellationToken);
}

/// <summary>The answer of <c>GET indicators</c>.</summary>
/// <param name="Indicators">In the order of the catalogue.</param>
public sealed record IndicatorsAnswer(IReadOnlyList<IndicatorAnswer> Indicators);

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

/// <summary>The answer of <c>GET provinces</c>.</summary>
/// <param name="Provinces">The 63 until 30 June 2025, each with what it became.</param>
/// <param name="Since2025">The 34 since 1 July 2025.</param>
public sealed record ProvincesAnswer(IReadOnlyList<ProvinceAnswer> Provinces, IReadOnlyList<ProvinceAnswer> Since2025);

/// <summary>A province in an answer, of before or since 1 July 2025.</summary>
/// <param name="Slug">The slug by which the API knows the province; a name that lives on in both editions keeps it.</param>
/// <param name="NameVi">The Vietnamese name without <c>tỉnh</c> or <c>thành phố</c>.</param>
/// <param name="NameEn">The name without tone marks.</param>
/// <param name="Code">The official two-digit code in its edition; codes were reassigned in 2025.</param>
/// <param name="Region">The region of before July 2025, in Vietnamese; absent in the later edition.</param>
/// <param name="Domain">The government's web domain of before July 2025; absent in the later edition.</param>
/// <param name="MergedInto">The slug of the province that it became part of on 1 July 2025, its own where it stayed alone or took others in; absent in the later edition.</param>
/// <param name="FormedFrom">The slugs of the provinces that it was formed from on 1 July 2025, one where it stayed as it was; absent in the earlier edition.</param>
public sealed record ProvinceAnswer(
    string Slug,
    string NameVi,
    string NameEn,
    string Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Region,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Domain,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? MergedInto,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? FormedFrom)
{
    /// <summary>A province of the earlier edition.</summary>
    public static ProvinceAnswer Before(Province p) => new(p.Slug, p.NameVi, p.NameEn, p.Code, p.Region, p.Domain, p.MergedInto, null);

    /// <summary>A province of the later edition.</summary>
    public static ProvinceAnswer Since(Province p) => new(p.Slug, p.NameVi, p.NameEn, p.Code, null, null, null, p.FormedFrom);
}
