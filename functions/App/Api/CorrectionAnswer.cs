using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;

namespace ServerlessIct.App.Api;

/// <summary>A correction in an answer.</summary>
public sealed record CorrectionAnswer
{
    /// <summary>Its name.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the document's blob.</summary>
    public required string Document { get; init; }

    /// <summary>The slug of the province that extraction gave the figure.</summary>
    public required string Province { get; init; }

    /// <summary>The code that extraction gave it.</summary>
    public required string Indicator { get; init; }

    /// <summary>The period that extraction gave it.</summary>
    public required Period Period { get; init; }

    /// <summary>Reached or wanted.</summary>
    public Kind Kind { get; init; }

    /// <summary>What the document must state.</summary>
    public required CorrectionForm.Figure Expect { get; init; }

    /// <summary>What holds instead; null where the figure is taken out.</summary>
    public CorrectionForm.Figure? Set { get; init; }

    /// <summary>Whether the figure is taken out.</summary>
    public bool Drop { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who says so.</summary>
    public required string Author { get; init; }

    /// <summary>When.</summary>
    public DateOnly Date { get; init; }

    /// <summary><c>repository</c> for one of the repository's file, <c>request</c> for one made by request.</summary>
    public required string Origin { get; init; }

    /// <summary><c>waiting</c> for the next run, <c>applied</c>, or <c>failed</c>: the source no longer states what is expected.</summary>
    public required string Status { get; init; }

    /// <summary>How many figures it corrects; null while it waits.</summary>
    public int? Applied { get; init; }

    /// <summary>Why it failed.</summary>
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
            Expect = new CorrectionForm.Figure(correction.ExpectedValue, correction.ExpectedUnit),
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
