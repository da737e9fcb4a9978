using System.Text.Json.Serialization;
using ServerlessIct.Indicators.Places;

namespace ServerlessIct.App.Api;

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
