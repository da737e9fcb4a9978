using System.Text.Json.Serialization;
using ServerlessIct.Indicators.Places;

namespace ServerlessIct.App.Api;

/// <summary>A province in an answer, of before or since 1 July 2025.</summary>
/// <param name="Slug">The slug.</param>
/// <param name="NameVi">The Vietnamese name.</param>
/// <param name="NameEn">The name without tone marks.</param>
/// <param name="Code">The official code in its edition.</param>
/// <param name="Region">The region of before 2025.</param>
/// <param name="Domain">The government's web domain of before 2025.</param>
/// <param name="MergedInto">What it became part of, itself where it stayed; absent in the later edition.</param>
/// <param name="FormedFrom">What it was formed from; absent in the earlier edition.</param>
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
