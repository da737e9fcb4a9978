using System.Runtime.InteropServices;

namespace ServerlessIct.Indicators.Extraction.Concepts;

/// <summary>The cue that names a number best.</summary>
/// <param name="Best">The cue; null where none does.</param>
/// <param name="Score">Its score.</param>
/// <param name="GoesOn">Whether the number rather goes on with one before it, where it may.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct Choice(NamedIndicator? Best, double Score, bool GoesOn = false);
