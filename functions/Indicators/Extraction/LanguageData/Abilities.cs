namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>What extraction does with the surroundings of a figure. The app does all; tests/Fitting leaves one out at a time and tells what it is worth.</summary>
[Flags]
enum Abilities
{
    None = 0,

    /// <summary>A figure without a place of its own has the one in force around it.</summary>
    PlaceInForce = 1,

    /// <summary>A figure without a period of its own has the one in force around it.</summary>
    PeriodAttachment = 2,

    /// <summary>Headings and leads tell whether the figures below are reached or wanted.</summary>
    KindOfHeadings = 4,

    /// <summary>The words of headings and leads name figures below.</summary>
    TopicOfHeadings = 8,

    /// <summary>A statement without a subject goes on with a figure before it.</summary>
    Antecedents = 16,

    /// <summary>A head that names one figure of a sentence names no other.</summary>
    Claims = 32,

    /// <summary>A basis carries on inside its sentence and into the next.</summary>
    BasisCarried = 64,

    /// <summary>Several periods named in turn belong to several figures in turn.</summary>
    PeriodsInTurn = 128,

    /// <summary>Figures of companies and of parts of the province have no indicator of the province.</summary>
    OwnersOfFigures = 256,

    /// <summary>Counters and other boilerplate of pages are left.</summary>
    Boilerplate = 512,

    All = 1023,
}
