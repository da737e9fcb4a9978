using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Extraction;
using ServerlessIct.Indicators.Extraction.Concepts;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Scoring;

namespace ServerlessIct.Fitting;

/// <summary>A text with the ways in which it was read so far, each with the choices that led to it.</summary>
sealed class TrialText(LabelledText text)
{
    /// <summary>So many ways are kept, the one that held last in front.</summary>
    const int MostKept = 12;

    readonly List<(Decisions Choices, Outcome Outcome)> ways = [];

    public string Name => text.Name;

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
        return (choices, Outcome.Of(text.Score(Extractor.Read(text.Text, DocumentHints.None, language with { Decisions = choices }))));
    }
}
