namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>What a phrase does in a sentence that states a figure. The phrases are in lexicon.json, under these names.</summary>
enum PhraseTag : byte
{
    None,
    Multiplier,
    Unit,
    About,
    Over,
    Under,
    Estimated,
    Forecast,
    Rise,
    Fall,

    /// <summary><c>cắt giảm</c>: a fall, or the doing away with so many.</summary>
    Cut,

    Exceed,
    Shortfall,
    Ratio,
    Times,
    Reach,
    /// <summary><c>lên</c>: up to a level.</summary>
    ReachesLevel,


    /// <summary><c>còn</c>, <c>xuống</c>: down onto a level.</summary>
    Downto,

    Unchanged,
    Versus,
    Plan,
    Goal,
    Growth,

    /// <summary><c>mức giảm</c>: growth below nought.</summary>
    Decline,

    Rank,
    Respectively,
    OfWhich,
    Pronoun,
    Ordinal,
    Numbered,
    Contact,
    Function,
    Adverb,
    Idiom,
    Duration,
    Threshold,
    Share,
    Review,
    Cumulative,
    Total,
    AsOf,
    Now,
    Caption,
    Partitive,
    /// <summary><c>tiến độ</c>: words that mean together what none of them means alone.</summary>
    FixedPhrase,

    Clause,
}
