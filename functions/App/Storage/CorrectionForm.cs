using System.Text.Json.Serialization;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Places;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Storage;

/// <summary>A correction as people write it, in the repository's file and in requests.</summary>
public sealed record CorrectionForm
{
    /// <summary>How long an id and the texts may be.</summary>
    public const int LongestId = 80, LongestText = 1_000;

    /// <summary>The name of the document's blob.</summary>
    public string? Document { get; init; }

    /// <summary>The slug of the province that extraction gave the figure.</summary>
    public string? Province { get; init; }

    /// <summary>The code that extraction gave it.</summary>
    public string? Indicator { get; init; }

    /// <summary>The period that extraction gave it.</summary>
    public string? Period { get; init; }

    /// <summary>Reached or wanted.</summary>
    public Kind Kind { get; init; }

    /// <summary>What the document must state for the correction to hold.</summary>
    public Figure? Expect { get; init; }

    /// <summary>What holds instead; what is left out stays.</summary>
    public Figure? Set { get; init; }

    /// <summary>Whether the figure is taken out instead.</summary>
    public bool Drop { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>Who says so.</summary>
    public string? Author { get; init; }

    /// <summary>When.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Checks the form.</summary>
    /// <exception cref="FormatException">A part is missing or not allowed; the message begins with its name and a colon.</exception>
    public StoredCorrection Read(string id, bool isOfRepository)
    {
        Demand(IsId(id), $"id: '{id}' is not allowed; write 1 to 80 of a to z, 0 to 9, '-' and '.'.");
        Demand(!string.IsNullOrWhiteSpace(Document) && Document.Length <= 1_024, "document: write the name of the document, as GET /api/v1/documents lists it.");
        Demand(Gazetteer.Default.Knows(Province), $"province: '{Province}' is no slug; GET /api/v1/provinces lists them.");
        Demand(Knows(Indicator), $"indicator: '{Indicator}' is no code; GET /api/v1/indicators lists them.");
        Demand(Indicators.Period.TryParse(Period, out var period), $"period: '{Period}' is no period; write 2024, 2024-H1, 2024-Q3, 2024-M06, 2024-9M, 2024-06-15 or 2021/2025.");
        Demand(Expect is not null, "expect: write the value and the unit that the document states, so that the correction fails where the document changes.");
        Demand((Set is { IsEmpty: false }) != Drop, "set: write the value, unit or indicator that holds instead, or \"drop\": true; one of the two.");
        Demand(Set?.Indicator is null || Knows(Set.Indicator), $"set.indicator: '{Set?.Indicator}' is no code; GET /api/v1/indicators lists them.");
        Demand(IsText(Reason), "reason: say why, in 1 to 1000 characters.");
        Demand(IsText(Author), "author: say who, in 1 to 1000 characters.");
        Demand(Date is not null, "date: write the day as 2025-01-31.");
        return new StoredCorrection(
            new Correction
            {
                Id = id,
                Document = DocumentId.Of(Document!),
                Province = Province!,
                Indicator = Indicator!,
                Period = period,
                Kind = Kind,
                ExpectedValue = Expect!.Value,
                ExpectedUnit = Expect.Unit,
                Value = Set?.Value,
                Unit = Set?.Unit,
                NewIndicator = Set?.Indicator,
                Drop = Drop,
                Reason = Reason!,
                Author = Author!,
                Date = Date!.Value,
            },
            Document!,
            isOfRepository);
    }

    /// <summary>Whether this can be the id of a correction.</summary>
    public static bool IsId(string? id) =>
        id is { Length: > 0 and <= LongestId } && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.');

    static bool Knows(string? code) => code is not null && IndicatorCatalogue.Default.Find(code) is not null;

    static bool IsText(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= LongestText;

    static void Demand(bool holds, string otherwise)
    {
        if (!holds) throw new FormatException(otherwise);
    }

    /// <summary>A figure, or parts of one.</summary>
    /// <param name="Value">The value in the unit, multipliers folded in; null where it is not part of the correction.</param>
    /// <param name="Unit">The unit of the value; null where it is not part of the correction.</param>
    /// <param name="Indicator">The code of the indicator; null where it is not part of the correction.</param>
    public sealed record Figure(decimal? Value, Unit? Unit, string? Indicator)
    {
        /// <summary>Whether nothing is given.</summary>
        [JsonIgnore]
        public bool IsEmpty => Value is null && Unit is null && Indicator is null;
    }
}
