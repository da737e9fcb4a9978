namespace ServerlessIct.Indicators.Extraction.Concepts;

/// <summary>Where a cue term stands, seen from a number.</summary>
enum Zone : byte
{
    /// <summary>Among the words that the number counts or that follow its unit.</summary>
    Noun,

    /// <summary>In the number's subject, with the words that lead to it.</summary>
    Subject,

    /// <summary>In the words that its subject shares with its neighbours in a list.</summary>
    Shared,

    /// <summary>Behind its noun, up to the next number or the end of the clause.</summary>
    Behind,

    /// <summary>Among the words of the number before it, of which it has none of its own.</summary>
    Previous,

    /// <summary>Before its subject in its sentence.</summary>
    Sentence,

    /// <summary>In the sentence before.</summary>
    Earlier,

    /// <summary>In the line that heads its list.</summary>
    Lead,

    /// <summary>In a heading above.</summary>
    Heading,
}
