namespace ServerlessIct.App.Api;

/// <summary>A stretch of a document's text (<c>GET documents/{id}/text</c>), in UTF-16 units.</summary>
/// <param name="Start">The first unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Text">What stands there.</param>
public sealed record TextAnswer(int Start, int End, string Text);
