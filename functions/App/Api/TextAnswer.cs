namespace ServerlessIct.App.Api;

/// <summary>A stretch of a document's text (<c>GET documents/{id}/text</c>), in UTF-16 units.</summary>
/// <param name="Start">Where it begins in the text: how many UTF-16 units stand before, from 0.</param>
/// <param name="End">Where it ends: one past its last unit, so that the length is the difference.</param>
/// <param name="Text">The words that stand there.</param>
public sealed record TextAnswer(int Start, int End, string Text);
