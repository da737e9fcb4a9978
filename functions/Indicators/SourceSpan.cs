namespace ServerlessIct.Indicators;

/// <summary>A stretch of a document's text, in UTF-16 units of its NFC form.</summary>
/// <param name="Start">The first unit.</param>
/// <param name="End">One past the last unit.</param>
public readonly record struct SourceSpan(int Start, int End)
{
    /// <summary>How many UTF-16 units the span has.</summary>
    public int Length => End - Start;

    /// <summary>The text of the span.</summary>
    public string In(string text) => text[Start..End];
}
