using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Extraction;
using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Scoring;

namespace ServerlessIct.Fitting;

/// <summary>Reads the texts with one feature's weight at nothing, and with one ability off, and tells what is lost.</summary>
sealed class Ablation(IReadOnlyList<LabelledText> texts, Report report)
{
    public void Run()
    {
        var whole = Read(Language.Vietnamese);
        report.Outcome($"everything, {texts.Count} texts", whole.All);
        report.Line($"");
        report.Line($"{"without",-36} {"facts F1",9} {"",7} {"right",6} {"false",6}   {"comparisons",11} {"",7} {"texts",6}");
        foreach (var ability in Enum.GetValues<Abilities>())
            if (ability is not (Abilities.None or Abilities.All)) Tell($"{ability}", whole, Read(Language.Vietnamese with { Abilities = Abilities.All & ~ability }));
        Run(WeightSet.Indicators, whole);
        Run(WeightSet.Period, whole);
    }

    void Run(WeightSet set, Trial whole)
    {
        var present = new Point(set.Present);
        for (var i = 0; i < set.Names.Count; i++)
            if (present[i] != 0) Tell($"{set.File}: {set.Names[i]}", whole, Read(set.With(present.With(i, 0).Values)));
    }

    void Tell(string name, Trial whole, Trial without)
    {
        var (a, b) = (whole.All, without.All);
        var changed = Enumerable.Range(0, texts.Count).Count(i => whole.Texts[i] != without.Texts[i]);
        report.Line($"{name,-36} {b.Facts.F1,9:0.0000} {b.Facts.F1 - a.Facts.F1,7:+0.0000;-0.0000} {b.Facts.Right - a.Facts.Right,6:+0;-0;0} {b.Facts.False - a.Facts.False,6:+0;-0;0}   {b.Comparisons.F1,11:0.0000} {b.Comparisons.F1 - a.Comparisons.F1,7:+0.0000;-0.0000} {changed,6}");
    }

    Trial Read(Language language)
    {
        var outcomes = new Outcome[texts.Count];
        Parallel.For(0, texts.Count, i => outcomes[i] = Outcome.Of(texts[i].Score(Extractor.Read(texts[i].Text, DocumentHints.None, language))));
        return new Trial(outcomes);
    }
}
