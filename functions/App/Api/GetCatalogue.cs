using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Places;

namespace ServerlessIct.App.Api;

/// <summary>What can be asked for: indicators and provinces.</summary>
public sealed class GetCatalogue
{
    /// <summary><c>GET indicators?q=</c>: search in codes and names, tone marks optional.</summary>
    [Function("GetIndicators")]
    public Task<IResult> Indicators(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.Prefix + "indicators")] HttpRequest request) =>
        Answers.Of(() =>
        {
            var words = new Parameters(request.Query, "q").Text("q");
            var indicators = IndicatorCatalogue.Default.All.Where(i => Matches(words, i.Code, i.NameVi, i.NameEn))
                .Select(i => new { i.Code, i.NameVi, i.NameEn, i.Unit, i.Measure, i.Better, i.Notes });
            return Task.FromResult(Answers.Json(new { indicators = indicators.ToList() }));
        });

    /// <summary><c>GET provinces?q=</c>: the 63 of before July 2025, each with what it became, and the 34 since.</summary>
    [Function("GetProvinces")]
    public Task<IResult> Provinces(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.Prefix + "provinces")] HttpRequest request) =>
        Answers.Of(() =>
        {
            var words = new Parameters(request.Query, "q").Text("q");
            var gazetteer = Gazetteer.Default;
            var before = gazetteer.Before2025.Where(p => Matches(words, p.Slug, p.NameVi, p.NameEn))
                .Select(p => new { p.Slug, p.NameVi, p.NameEn, p.Code, p.Region, p.Domain, p.MergedInto });
            var since = gazetteer.Since2025.Where(p => Matches(words, p.Slug, p.NameVi, p.NameEn))
                .Select(p => new { p.Slug, p.NameVi, p.NameEn, p.Code, p.FormedFrom });
            return Task.FromResult(Answers.Json(new { provinces = before.ToList(), since2025 = since.ToList() }));
        });

    /// <summary>Whether every word asked for stands somewhere in the names.</summary>
    static bool Matches(string? words, params ReadOnlySpan<string?> names)
    {
        if (words is null) return true;
        var text = Plain.Of(string.Join('\n', names));
        return Plain.Of(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => text.Contains(word, StringComparison.Ordinal));
    }
}
