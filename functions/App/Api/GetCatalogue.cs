using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Api.Description;
using ServerlessIct.App.Storage;
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
