using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Extraction;
using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Scoring;

namespace ServerlessIct.Fitting;

/// <summary>A text with the ways in which it was read so far, each with the choices that led to it.</summary>
/// <param name="text">The text.</param>
/// <param name="hints">What is known of it.</param>
/// <param name="judge">What a reading of it is worth.</param>
sealed class TrialText(string text, DocumentHints hints, Func<ExtractionResult, Outcome> judge)
{
    /// <summary>So many ways are kept, the one that held last in front.</summary>
    const int MostKept = 12;

    readonly List<(Decisions Choices, Outcome Outcome)> ways = [];

    public static TrialText Of(LabelledText text) => new(text.Text, DocumentHints.None, reading => Outcome.Of(text.Score(reading)));

    /// <summary>A row of the tables, which is to hold as it does.</summary>
    public static TrialText Of(ExampleRow row) => new(row.Text, row.DocumentHints, reading => new Outcome(default, default, row.Holds(reading) ? 0 : 1));

    public Outcome Read(Language language)
    {
        var known = ways.FindIndex(w => w.Choices.Hold(language));
        var way = known >= 0 ? ways[known] : Reread(language);
        if (known >= 0) ways.RemoveAt(known);
        else if (ways.Count == MostKept) ways.RemoveAt(MostKept - 1);
        ways.Insert(0, way);
        return way.Outcome;
    }

    (Decisions Choices, Outcome Outcome) Reread(Language language)
    {
        var choices = new Decisions();
        return (choices, judge(Extractor.Read(text, hints, language with { Decisions = choices })));
    }
}
