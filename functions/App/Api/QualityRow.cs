using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api;

/// <summary>A finding of <c>GET quality</c> as a row: every list in one table, its columns empty where they do not apply.</summary>
/// <param name="About">Whether it is about a <c>series</c>, a <c>document</c>, a <c>subject</c> or a <c>correction</c>.</param>
/// <param name="Kind">What is wrong; <c>leftOut</c> where the row stands for those that the limit cuts.</param>
/// <param name="Detail">What was found, as a sentence.</param>
sealed record QualityRow(string About, string Kind, string? Detail)
{
    public static IReadOnlyList<Column<QualityRow>> Columns { get; } =
    [
        new("about", r => r.About), new("kind", r => r.Kind), new("province", r => r.Province), new("indicator", r => r.Indicator), new("period", r => r.Period?.ToString()),
        new("detail", r => r.Detail), new("count", r => r.Count), new("document", r => r.Document), new("document_name", r => r.DocumentName), new("ordinal", r => r.Ordinal),
        new("label", r => r.Label), new("documents", r => r.Documents), new("correction", r => r.Correction), new("sources", r => r.Sources), new("observations", r => r.Observations),
    ];

    string? Province { get; init; }

    string? Indicator { get; init; }

    Period? Period { get; init; }

    int? Count { get; init; }

    string? Document { get; init; }

    string? DocumentName { get; init; }

    int? Ordinal { get; init; }

    string? Label { get; init; }

    int? Documents { get; init; }

    string? Correction { get; init; }

    string? Sources { get; init; }

    string? Observations { get; init; }

    /// <summary>The rows of an answer, and one behind each list that is not whole.</summary>
    public static IEnumerable<QualityRow> Of(QualityAnswer answer)
    {
        var (documents, subjects) = (answer.Counts[GetQuality.Documents], answer.Counts[GetQuality.Subjects]);
        var issues = answer.Counts.Values.Sum() - documents - subjects;
        return
        [
            .. answer.Issues.Select(Of), .. LeftOut("series", issues - answer.Issues.Count),
            .. answer.Documents.Select(Of), .. LeftOut("document", documents - answer.Documents.Count),
            .. answer.Subjects.Select(Of), .. LeftOut("subject", subjects - answer.Subjects.Count),
            .. answer.Corrections.Select(Of),
        ];
    }

    static QualityRow Of(IssueAnswer issue) => new("series", Words.Of(issue.Kind), issue.Detail)
    {
        Province = issue.Province, Indicator = issue.Indicator, Period = issue.Period,
        Sources = string.Join("; ", issue.Sources.Select(s => FormattableString.Invariant($"{s.Period} {s.Value} {s.Unit?.Code} {s.Document}"))),
        Observations = string.Join(' ', issue.Observations),
    };

    static QualityRow Of(DocumentIssue issue) => new("document", issue.Problem, issue.Detail) { Document = issue.Id, DocumentName = issue.Name };

    static QualityRow Of(SubjectAnswer subject) => new("subject", "unnamed", null)
    {
        Province = string.Join(' ', subject.Provinces), Label = subject.Label, Count = subject.Observations, Documents = subject.Documents,
        Document = subject.Document, Ordinal = subject.Ordinal,
    };

    static QualityRow Of(CorrectionAnswer correction) => new("correction", correction.Status, correction.Failure)
    {
        Province = correction.Province, Indicator = correction.Indicator, Period = correction.Period, DocumentName = correction.Document, Correction = correction.Id,
    };

    static IEnumerable<QualityRow> LeftOut(string about, int count) =>
        count == 0 ? [] : [new(about, "leftOut", "The limit cuts the list here; ask with a higher one.") { Count = count }];
}
