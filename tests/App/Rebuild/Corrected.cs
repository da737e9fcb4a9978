using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Tests.Rebuild;

/// <summary>Corrections of figures of 2024, as they are stored.</summary>
static class Corrected
{
    public static StoredCorrection In(string id, string document, string province, string indicator, decimal expected, decimal? value = null, string? newIndicator = null) => new(
        new Correction
        {
            Id = id,
            Document = DocumentId.Of(document),
            Province = province,
            Indicator = indicator,
            Period = Period.OfYear(2024),
            ExpectedValue = expected,
            Value = value,
            NewIndicator = newIndicator,
            Reason = "test",
            Author = "test",
            Date = new DateOnly(2026, 1, 1),
        },
        document,
        IsOfRepository: false);
}
