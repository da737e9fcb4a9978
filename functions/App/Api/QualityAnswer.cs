namespace ServerlessIct.App.Api;

/// <summary>The answer of <c>GET quality</c>.</summary>
/// <param name="Counts">How many of each kind were found.</param>
/// <param name="Limit">How many of each list are given at most.</param>
/// <param name="Issues">Of series.</param>
/// <param name="Documents">Of documents.</param>
/// <param name="Subjects">Subjects that no indicator names, the most frequent first.</param>
/// <param name="Corrections">Corrections that no longer meet their source.</param>
public sealed record QualityAnswer(
    IReadOnlyDictionary<string, int> Counts, int Limit, IReadOnlyList<IssueAnswer> Issues, IReadOnlyList<DocumentIssue> Documents,
    IReadOnlyList<SubjectAnswer> Subjects, IReadOnlyList<CorrectionAnswer> Corrections);
