using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api;

/// <summary>What a person should look at.</summary>
public sealed class GetQuality(QualityReport report, CorrectionTable corrections)
{
    const string Documents = "documents", Subjects = "subjects";
    const int Limit = 200, MostLimit = 5_000;

    static readonly string[] Kinds = [.. Enum.GetNames<IssueKind>().Select(n => n.ToLowerInvariant()), Documents, Subjects];

    /// <summary><c>GET quality?kind=&amp;province=&amp;indicator=&amp;limit=</c>: counts of all that was found, and as much of each list as the limit lets.</summary>
    [Function(nameof(GetQuality))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.Prefix + "quality")] HttpRequest request, CancellationToken cancellationToken) =>
        Answers.Of(async () =>
        {
            var parameters = new Parameters(request.Query, "kind", "province", "indicator", "limit");
            var (provinces, indicators) = (parameters.Provinces(), parameters.Indicators());
            var kinds = Asked(parameters.Text("kind"));
            var limit = parameters.Count("limit", Limit, MostLimit);
            var ofSeries = kinds.Where(k => k is not (Documents or Subjects)).Select(k => Enum.Parse<IssueKind>(k, ignoreCase: true)).ToList();
            var issues = kinds.Count > 0 && ofSeries.Count == 0 ? [] : await report.IssuesAsync(provinces, indicators, ofSeries, cancellationToken);
            var documents = Wants(kinds, Documents) ? await report.DocumentsAsync(provinces, cancellationToken) : [];
            var subjects = Wants(kinds, Subjects) ? await report.SubjectsAsync(provinces, cancellationToken) : [];
            var counts = issues.CountBy(i => i.Kind.ToString().ToLowerInvariant()).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
            counts[Documents] = documents.Count;
            counts[Subjects] = subjects.Count;
            return Answers.Json(new
            {
                counts,
                limit,
                issues = issues.Take(limit).ToList(),
                documents = documents.Take(limit).ToList(),
                subjects = subjects.Take(limit).ToList(),
                corrections = await FailedAsync(cancellationToken),
            });
        });

    async Task<IReadOnlyList<CorrectionAnswer>> FailedAsync(CancellationToken cancellationToken)
    {
        var (all, statuses) = await corrections.AllAsync(cancellationToken);
        return [.. all.Select(c => CorrectionAnswer.Of(c, statuses.GetValueOrDefault(c.Correction.Id))).Where(c => c.Failure is not null)];
    }

    static bool Wants(IReadOnlyList<string> kinds, string kind) => kinds.Count == 0 || kinds.Contains(kind, StringComparer.Ordinal);

    static IReadOnlyList<string> Asked(string? kinds) => kinds is null ? [] :
    [
        .. kinds.Split(',', StringSplitOptions.TrimEntries).Select(k => Kinds.Contains(k, StringComparer.Ordinal)
            ? k
            : throw new ParameterException("kind", k.Length <= 200 ? k : k[..200], string.Join(", ", Kinds), Nearest.To(k, Kinds))),
    ];
}
