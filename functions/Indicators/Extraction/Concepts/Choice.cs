using System.Runtime.InteropServices;

namespace ServerlessIct.Indicators.Extraction.Concepts;

/// <summary>The cue that names a number best, and the best of another indicator behind it.</summary>
/// <param name="Best">The cue; null where none does.</param>
/// <param name="Score">Its score.</param>
/// <param name="Second">The runner-up of another indicator; null for none.</param>
/// <param name="SecondScore">Its score.</param>
/// <param name="GoesOn">Whether the number rather goes on with one before it, where it may.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct Choice(NamedIndicator? Best, double Score, NamedIndicator? Second, double SecondScore, bool GoesOn = false);
