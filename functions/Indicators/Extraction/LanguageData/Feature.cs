namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>What speaks for an indicator, or against it; each feature has its weight in weights.json.</summary>
enum Feature
{
    /// <summary>Tokens of the cue's terms: longer ones say more.</summary>
    Tokens,

    /// <summary>Those of them among the words counted.</summary>
    NounTokens,

    /// <summary>Sixtieths of a token between a term and the number, at most 0.9 a term.</summary>
    Distance,

    /// <summary>The head stands among the words that a bare number counts, with no verb between it and a subject.</summary>
    CountedHead,

    /// <summary>The head is in the number's own words.</summary>
    OwnHead,

    /// <summary>The head stands behind the noun.</summary>
    BehindHead,

    /// <summary>The head is among the words of the number before.</summary>
    PreviousHead,

    /// <summary>The head stands earlier in the sentence, with words of its own between.</summary>
    SentenceHead,

    /// <summary>The head stands in the sentence before.</summary>
    EarlierHead,

    /// <summary>The head is in the line that heads the list.</summary>
    LeadHead,

    /// <summary>The head is in a heading above.</summary>
    HeadingHead,

    /// <summary>What the number counts is the first word of the head.</summary>
    CountAgrees,

    /// <summary>What the number counts is another word.</summary>
    CountDiffers,

    /// <summary>The number counts something by itself behind a preposition, and the head is not what it counts.</summary>
    CountsApart,

    /// <summary>The head is outside the number's own words although these name something.</summary>
    ContentBetween,

    /// <summary>Parts found among the words of the number before, of a head in the number's own words.</summary>
    PreviousPart,

    /// <summary>Parts found earlier in the sentence.</summary>
    SentencePart,

    /// <summary>Parts found in the sentence before.</summary>
    EarlierPart,

    /// <summary>Parts found in the line that heads the list.</summary>
    LeadPart,

    /// <summary>Parts found in a heading above.</summary>
    HeadingPart,

    /// <summary>Parts found outside the number's own words that the cue does not allow to be far.</summary>
    StrayPart,

    /// <summary>Phrases that rule the indicator out in the number's own words.</summary>
    RuledOut,

    /// <summary>Words behind what is counted tell which of it is meant, and the cue does not have them.</summary>
    Restricted,

    /// <summary>The same head names another number of the sentence already.</summary>
    Claimed,

    /// <summary>The number goes on with one before it, as a pronoun says, or a subject that is only a place or a time.</summary>
    GoesOn,
}
