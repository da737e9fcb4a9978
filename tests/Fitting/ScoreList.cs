using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Extraction;
using ServerlessIct.Scoring;

namespace ServerlessIct.Fitting;

/// <summary>Scores the texts as the app reads them.</summary>
sealed class ScoreList(Report report)
{
    public void Run(bool heldOut, bool errors)
    {
        var texts = heldOut ? LabelledText.Load(LabelledFolders.HeldOut) : TrialTexts.ForFitting();
        var scores = texts.AsParallel().AsOrdered().Select(t => t.Score(Extractor.Read(t.Text, DocumentHints.None))).ToList();
        for (var i = 0; i < texts.Count && !heldOut; i++)
        {
            report.Line($"{texts[i].Name,-52} facts {scores[i].Facts.Counts.F1:0.000}  comparisons {scores[i].Comparisons.Counts.F1:0.000}  quantities {scores[i].Quantities.Counts.F1:0.000}");
            if (errors) Errors(scores[i]);
        }

        var total = new TotalScore(scores);
        report.Line($"facts        {total.Facts}, mean of the texts {total.MeanFacts:0.000}");
        report.Line($"comparisons  {total.Comparisons}, mean of the texts {total.MeanComparisons:0.000}");
        report.Line($"quantities   {total.Quantities}, mean of the texts {total.MeanQuantities:0.000}");
        report.Line($"places       {total.RightPlaces} of {texts.Count} right");
    }

    void Errors(TextScore score)
    {
        foreach (var key in score.Facts.Missed) report.Line($"    missed  {key}");
        foreach (var key in score.Facts.False) report.Line($"    false   {key}");
        foreach (var key in score.Comparisons.Missed) report.Line($"    missed  {key}");
        foreach (var key in score.Comparisons.False) report.Line($"    false   {key}");
    }
}
