namespace ServerlessIct.Indicators.Extraction.Structure;

/// <summary>What a node of the document tree states, with the words that state it.</summary>
/// <param name="Value">What is stated.</param>
/// <param name="First">The first token of its words.</param>
/// <param name="End">One past their last token.</param>
sealed record Stated<T>(T Value, int First, int End);
