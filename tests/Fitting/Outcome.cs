using System.Runtime.InteropServices;
using ServerlessIct.Scoring;

namespace ServerlessIct.Fitting;

/// <summary>How texts were read in a trial, one or several together.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct Outcome(Counts Facts, Counts Comparisons, int BrokenRows = 0)
{
    /// <summary>What a fit makes as great as it can, before the pull towards the present weights.</summary>
    /// <param name="rowCost">What a row of the tables that holds no more costs.</param>
    public double Objective(double rowCost) => Facts.F1 + Comparisons.F1 - (rowCost * BrokenRows);

    public static Outcome Of(TextScore score) => new(score.Facts.Counts, score.Comparisons.Counts);

    public static Outcome operator +(Outcome a, Outcome b) => new(a.Facts + b.Facts, a.Comparisons + b.Comparisons, a.BrokenRows + b.BrokenRows);

    public static Outcome operator -(Outcome a, Outcome b) => new(a.Facts - b.Facts, a.Comparisons - b.Comparisons, a.BrokenRows - b.BrokenRows);
}

/// <summary>The outcome of a trial: of each text and row, and of all together.</summary>
sealed record Trial(IReadOnlyList<Outcome> Texts)
{
    public Outcome All { get; } = Texts.Aggregate(default(Outcome), (sum, text) => sum + text);

    public Outcome AllBut(int text) => All - Texts[text];
}
