using System.Diagnostics;
using ServerlessIct.Scoring;

namespace ServerlessIct.Fitting;

/// <summary>Fits weights on all texts, and tells what fits are worth on texts that they have not seen.</summary>
sealed class Fit(IReadOnlyList<LabelledText> texts, IReadOnlyList<ExampleRow> rows, WeightSet set, double pull, double rowCost, Report report)
{
    readonly Trials trials = new(texts, rows, set);
    readonly Point present = new(set.Present);

    public void Run(bool leaveOut)
    {
        var clock = Stopwatch.StartNew();
        var ascent = new Ascent(present, pull);
        var fitted = ascent.Climb(w => trials.Of(w).All.Objective(rowCost));
        report.Outcome($"present, {trials.Count} texts, {rows.Count} rows", trials.Of(present).All);
        report.Outcome("fitted", trials.Of(fitted).All);
        if (leaveOut) report.Outcome("fitted without the text read", LeaveOneOut(ascent));
        report.Line($"{trials.Tried} weights tried in {clock.Elapsed.TotalSeconds:0} s");
        foreach (var row in trials.BrokenRows(fitted)) report.Line($"broken: {row.About}");
        report.Line($"");
        report.Line($"{set.File}:");
        report.Line($"{set.Json(fitted.Values)}");
        for (var i = 0; i < set.Names.Count; i++)
            if (fitted[i] != present[i]) report.Line($"moved {set.Names[i]}: {present[i]} to {fitted[i]}");
    }

    /// <summary>Each text read with the weights that all others give.</summary>
    Outcome LeaveOneOut(Ascent ascent)
    {
        var sum = default(Outcome);
        for (var i = 0; i < trials.Count; i++)
        {
            var without = ascent.Climb(w => trials.Of(w).AllBut(i).Objective(rowCost));
            sum += trials.Of(without).Texts[i];
            report.Progress($"left out {i + 1} of {trials.Count}, {trials.Tried} weights tried");
        }

        return sum;
    }
}
