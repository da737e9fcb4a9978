using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Api;

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
