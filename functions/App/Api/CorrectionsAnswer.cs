namespace ServerlessIct.App.Api;

/// <summary>The answer of <c>GET corrections</c>.</summary>
/// <param name="Corrections">Every correction in force.</param>
public sealed record CorrectionsAnswer(IReadOnlyList<CorrectionAnswer> Corrections);
