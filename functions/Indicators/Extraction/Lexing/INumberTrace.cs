namespace ServerlessIct.Indicators.Extraction.Lexing;

/// <summary>Notes what the stages of extraction make of each number; a stage that gets none only reads.</summary>
interface INumberTrace
{
    /// <summary>A number token that was not read as an amount.</summary>
    void NoAmount(int token, string why);

    /// <summary>A number of a table that became the value or a comparison of an observation.</summary>
    void Figure(SourceSpan span, int observation, Comparison? comparison, string rule);

    /// <summary>A stretch of the text that was left.</summary>
    void Left(SourceSpan span, string rule);
}
