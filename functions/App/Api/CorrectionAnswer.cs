using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;

namespace ServerlessIct.App.Api;

/// <summary>A correction in an answer.</summary>
public sealed record CorrectionAnswer
{
    /// <summary>The name of the correction: 1 to 80 of a to z, 0 to 9, <c>-</c> and <c>.</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the document's file, with its folders.</summary>
    public required string Document { get; init; }

    /// <summary>The slug of the province that the figure was read as.</summary>
    public required string Province { get; init; }

    /// <summary>The code that the figure was read as.</summary>
    public required string Indicator { get; init; }

    /// <summary>The period that the figure was read as.</summary>
    public required Period Period { get; init; }

    /// <summary>Whether the figure was reached or is wanted.</summary>
    public Kind Kind { get; init; }

    /// <summary>What the document must state for the correction to hold.</summary>
    public required CorrectionForm.Figure Expect { get; init; }

    /// <summary>What holds instead, what is null staying as it is; null where the figure is taken out.</summary>
    public CorrectionForm.Figure? Set { get; init; }

    /// <summary>Whether the figure is taken out instead.</summary>
    public bool Drop { get; init; }

    /// <summary>Why it was made, in 1 to 1,000 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>Who says so, in 1 to 1,000 characters.</summary>
    public required string Author { get; init; }

    /// <summary>The day on which it was made.</summary>
    public DateOnly Date { get; init; }

    /// <summary><c>repository</c> for one of the repository's file, <c>request</c> for one made by request.</summary>
    public required string Origin { get; init; }

    /// <summary><c>waiting</c> for the next run, <c>applied</c>, or <c>failed</c>: the source no longer states what is expected.</summary>
    public required string Status { get; init; }

    /// <summary>How many figures it corrects; null while it waits.</summary>
    public int? Applied { get; init; }

    /// <summary>Why it failed; null where it did not.</summary>
    public string? Failure { get; init; }

    /// <summary>A correction as stored, and what became of it.</summary>
    public static CorrectionAnswer Of(StoredCorrection stored, CorrectionStatus? status)
    {
        var correction = stored.Correction;
        var current = status?.Hash == CorrectionTable.HashOf(correction) ? status : null;
        return new CorrectionAnswer
        {
            Id = correction.Id,
            Document = stored.DocumentName,
            Province = correction.Province,
            Indicator = correction.Indicator,
            Period = correction.Period,
            Kind = correction.Kind,
            Expect = new CorrectionForm.Figure(correction.ExpectedValue, correction.ExpectedUnit, null),
            Set = correction.Drop ? null : new CorrectionForm.Figure(correction.Value, correction.Unit, correction.NewIndicator),
            Drop = correction.Drop,
            Reason = correction.Reason,
            Author = correction.Author,
            Date = correction.Date,
            Origin = stored.IsOfRepository ? "repository" : "request",
            Status = current is null ? "waiting" : current.Failure is null ? "applied" : "failed",
            Applied = current?.Applied,
            Failure = current?.Failure,
        };
    }
}
