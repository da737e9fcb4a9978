namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>The words that tell how a document is built, of documents.json.</summary>
sealed record DocumentWords
{
    /// <summary><c>Phần I</c>, <c>Chương 2</c>: words of a part with a number.</summary>
    public required HashSet<int> Parts { get; init; }

    /// <summary><c>shortened titles of persons and places</c>: the stop behind one ends no sentence.</summary>
    public required HashSet<int> Abbreviations { get; init; }

    /// <summary><c>those of them that are also typed without a capital</c>.</summary>
    public required HashSet<int> TypedSmall { get; init; }

    /// <summary>Words over a table whose values are wanted.</summary>
    public required PhraseSet Wanted { get; init; }

    /// <summary>Words over a table whose values were reached, whatever else stands there.</summary>
    public required PhraseSet Reached { get; init; }
}
