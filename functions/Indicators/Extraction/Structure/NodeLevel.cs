namespace ServerlessIct.Indicators.Extraction.Structure;

/// <summary>How large a part of the document a node is, from the whole inwards.</summary>
enum NodeLevel : byte
{
    Document,

    /// <summary>A heading with what follows it, up to the next heading of its level or above.</summary>
    Section,

    /// <summary>A line that heads the items of a list, with those items.</summary>
    List,

    /// <summary>A paragraph, a heading's own line, or an item of a list.</summary>
    Paragraph,

    Sentence,

    /// <summary>A part of a sentence between semicolons.</summary>
    Clause,
}
