namespace ServerlessIct.Indicators.Extraction.Text;

/// <summary>A sentence, or a heading, as a run of tokens.</summary>
/// <param name="First">Its first token.</param>
/// <param name="End">One past its last token.</param>
/// <param name="Paragraph">The number of its paragraph.</param>
/// <param name="HasNumber">Whether any token is a number.</param>
readonly record struct Sentence(int First, int End, int Paragraph, bool HasNumber);
