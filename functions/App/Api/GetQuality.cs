using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Api.Description;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api;

/// <summary>What a person should look at.</summary>
public sealed class GetQuality(ApiGate gate, QualityReport report, CorrectionTable corrections)
{
    /// <summary>The kinds that are not of series.</summary>
    internal const string Documents = "documents", Subjects = "subjects";
    const int Limit = 200, MostLimit = 5_000;

    /// <summary>The kinds of issues that can be asked for.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. Words.All<IssueKind>(), Documents, Subjects];

    /// <summary><c>GET quality?kind=&amp;province=&amp;indicator=&amp;limit=</c>: counts of all that was found, and as much of each list as the limit lets.</summary>
    [Function(nameof(GetQuality))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Prefix + "quality")] HttpRequest request, CancellationToken cancellationToken) =>
        gate.AnswerAsync(request, AnalysisOperations.Quality, parameters => AnswerAsync(request, parameters, cancellationToken), cancellationToken);

    async Task<Answer> AnswerAsync(HttpRequest request, Parameters parameters, CancellationToken cancellationToken)
    {
        var format = Formats.Choose(request, parameters, Formats.Json, Formats.Csv);
        var byteOrderMark = parameters.IsOn("bom");
        var columns = format == Formats.Csv ? FieldSelection.Columns(parameters, QualityRow.Columns) : [];
        if (format == Formats.Json && parameters.Text("fields") is { } fields)
            throw new ParameterException("fields", Parameters.Shortened(fields), "nothing with format=json: its lists have different members");
        var (provinces, indicators) = (parameters.Provinces(), parameters.Indicators());
        var kinds = Asked(parameters);
        var limit = parameters.Count("limit", Limit, MostLimit);
        var ofSeries = kinds.Where(k => k is not (Documents or Subjects)).Select(k => Enum.Parse<IssueKind>(k, ignoreCase: true)).ToList();
        var issues = kinds.Count > 0 && ofSeries.Count == 0 ? [] : await report.IssuesAsync(provinces, indicators, ofSeries, cancellationToken);
        var documents = Wants(kinds, Documents) ? await report.DocumentsAsync(provinces, cancellationToken) : [];
        var subjects = Wants(kinds, Subjects) ? await report.SubjectsAsync(provinces, cancellationToken) : [];
        var counts = issues.CountBy(i => Words.Of(i.Kind)).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        counts[Documents] = documents.Count;
        counts[Subjects] = subjects.Count;
        var answer = new QualityAnswer(
            counts, limit, [.. issues.Take(limit)], [.. documents.Take(limit)], [.. subjects.Take(limit)], await FailedAsync(cancellationToken));
        return format == Formats.Csv ? CsvAnswer.Of(columns, QualityRow.Of(answer), byteOrderMark, "quality.csv") : Answers.Json(answer);
    }

    async Task<IReadOnlyList<CorrectionAnswer>> FailedAsync(CancellationToken cancellationToken)
    {
        var (all, statuses) = await corrections.AllAsync(cancellationToken);
        return [.. all.Select(c => CorrectionAnswer.Of(c, statuses.GetValueOrDefault(c.Correction.Id))).Where(c => c.Failure is not null)];
    }

    static bool Wants(IReadOnlyList<string> kinds, string kind) => kinds.Count == 0 || kinds.Contains(kind, StringComparer.Ordinal);

    static IReadOnlyList<string> Asked(Parameters parameters) =>
    [
        .. parameters.Items("kind").Select(k => Kinds.FirstOrDefault(n => n.Equals(k, StringComparison.OrdinalIgnoreCase))
            ?? throw new ParameterException("kind", Parameters.Shortened(k), string.Join(", ", Kinds), SpellingSuggestion.For(k, Kinds))),
    ];
}

/// <summary>The answer of <c>GET quality</c>.</summary>
/// <param name="Counts">How many of each kind were found, those that the limit cuts included.</param>
/// <param name="Limit">How many of each list are given at most, 1 to 5,000.</param>
/// <param name="Issues">What is odd in series.</param>
/// <param name="Documents">What is amiss with documents.</param>
/// <param name="Subjects">Subjects that no indicator names, the most frequent first.</param>
/// <param name="Corrections">Corrections that no longer meet their source.</param>
public sealed record QualityAnswer(
    IReadOnlyDictionary<string, int> Counts, int Limit, IReadOnlyList<IssueAnswer> Issues, IReadOnlyList<DocumentIssue> Documents,
    IReadOnlyList<SubjectAnswer> Subjects, IReadOnlyList<CorrectionAnswer> Corrections);
