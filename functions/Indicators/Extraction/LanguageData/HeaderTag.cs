namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>What a phrase in the head of a table, or in a row's label, says. The phrases are in headers.json, under these names.</summary>
[Flags]
enum HeaderTag
{
    None = 0,

    /// <summary>The column of list numbers.</summary>
    ListNumber = 1,

    /// <summary>The column that says what is measured, or where.</summary>
    Subject = 1 << 1,

    /// <summary>The column of units.</summary>
    UnitName = 1 << 2,

    /// <summary>A column without statistics: notes, dates, names, codes.</summary>
    Ignored = 1 << 3,

    /// <summary>What was wanted.</summary>
    Plan = 1 << 4,

    /// <summary>What was reached.</summary>
    Actual = 1 << 5,

    /// <summary>What was probably reached.</summary>
    Estimated = 1 << 6,

    /// <summary>What is expected: neither plan nor reached.</summary>
    Forecast = 1 << 7,

    /// <summary><c>So sánh</c>: a comparison of what follows.</summary>
    Compared = 1 << 8,

    /// <summary><c>so với</c>: what follows is the basis.</summary>
    Versus = 1 << 9,

    /// <summary>A difference.</summary>
    Change = 1 << 10,

    /// <summary>How far the plan is met.</summary>
    Completion = 1 << 11,

    /// <summary>A share.</summary>
    Share = 1 << 12,

    /// <summary>A place in an order.</summary>
    Rank = 1 << 13,

    /// <summary>Points.</summary>
    Score = 1 << 14,

    /// <summary>The sum of the other rows.</summary>
    Total = 1 << 15,

    /// <summary>A part of the row before.</summary>
    OfWhich = 1 << 16,

    /// <summary>Says nothing that matters.</summary>
    Plain = 1 << 17,

    /// <summary>Begins the name of something counted or measured.</summary>
    Counted = 1 << 18,
}
