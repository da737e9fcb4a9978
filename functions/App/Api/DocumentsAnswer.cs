namespace ServerlessIct.App.Api;

/// <summary>The answer of <c>GET documents</c>.</summary>
/// <param name="Documents">In the order of their ids.</param>
/// <param name="Next">What to give as <c>next</c> for more; null at the end.</param>
public sealed record DocumentsAnswer(IReadOnlyList<DocumentAnswer> Documents, string? Next);
