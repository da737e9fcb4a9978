namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>What speaks for a period as that which a document reports on, or against it.</summary>
enum PeriodFeature
{
    /// <summary>Named in the title.</summary>
    Titled,

    /// <summary>Named in the lead.</summary>
    Lead,

    /// <summary>The text looks back at it: <c>tổng kết năm 2023</c>.</summary>
    Review,

    /// <summary>The text tells what was reached in it: <c>kết quả năm 2021</c>.</summary>
    Done,

    /// <summary>How often it is named, up to three times.</summary>
    Mentions,

    /// <summary>It is the first that is named.</summary>
    First,

    /// <summary>How often figures are compared with the year before it, up to three times.</summary>
    AfterBasis,

    /// <summary>How often figures are compared with its own year: what is compared is later.</summary>
    AtBasis,

    /// <summary>A year named once in passing.</summary>
    Passing,

    /// <summary>It ended more than a year before the document was written, or long before the latest that the text names.</summary>
    History,

    /// <summary>It has not begun, or hardly, when the document is written.</summary>
    ToCome,

    /// <summary>Tasks of the year after it are named in the lead.</summary>
    BeforeTask,

    /// <summary>Tasks of it are named.</summary>
    OfTask,

    /// <summary>The last year of the years that a heading or the title covers.</summary>
    Covered,

    /// <summary>The year in which the document was written.</summary>
    Written,

    /// <summary>The year of the day in the title: of a meeting, an anniversary.</summary>
    Event,

    /// <summary>The title says that the document is a plan for it.</summary>
    Planned,

    /// <summary>The latest period of the columns of the tables.</summary>
    Tabled,

    /// <summary>A span of years, or a day as of which figures are.</summary>
    Unusual,
}
