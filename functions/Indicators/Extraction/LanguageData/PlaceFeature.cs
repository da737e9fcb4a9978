namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>What speaks for a province, or for the whole country, as that whose a document is.</summary>
enum PlaceFeature
{
    /// <summary>The letterhead or the title names it with its title: <c>SỞ … TỈNH BẮC NINH</c>.</summary>
    Titled,

    /// <summary>The letterhead or the title names it bare: <c>Bắc Ninh: …</c>.</summary>
    Named,

    /// <summary>How often the text names it with its title, up to three times.</summary>
    TitledMentions,

    /// <summary>How often the text names it bare, or its site, up to three times.</summary>
    Mentions,

    /// <summary>Its share of all that names a province.</summary>
    Share,

    /// <summary>How often the text speaks of its own province without its name, up to three times: <c>toàn tỉnh</c>. It speaks for any province.</summary>
    Own,

    /// <summary>How often the text speaks of the country, up to three times: <c>cả nước</c>.</summary>
    Country,

    /// <summary>A line of the letterhead or the title begins with a body of the state: it issued the document.</summary>
    Issuer,

    /// <summary>Several provinces are named, and none more often than all others together.</summary>
    Several,
}
