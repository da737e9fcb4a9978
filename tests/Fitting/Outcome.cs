using System.Runtime.InteropServices;
using ServerlessIct.Scoring;

namespace ServerlessIct.Fitting;

/// <summary>How texts were read in a trial, one or several together.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct Outcome(Counts Facts, Counts Comparisons)
{
    /// <summary>What a fit makes as great as it can, before the pull towards the present weights.</summary>
    public double Objective => Facts.F1 + Comparisons.F1;

    public static Outcome Of(TextScore score) => new(score.Facts.Counts, score.Comparisons.Counts);

    public static Outcome operator +(Outcome a, Outcome b) => new(a.Facts + b.Facts, a.Comparisons + b.Comparisons);

    public static Outcome operator -(Outcome a, Outcome b) => new(a.Facts - b.Facts, a.Comparisons - b.Comparisons);
}

/// <summary>The outcome of a trial: of each text, and of all together.</summary>
sealed record Trial(IReadOnlyList<Outcome> Texts)
{
    public Outcome All { get; } = Texts.Aggregate(default(Outcome), (sum, text) => sum + text);

    public Outcome AllBut(int text) => All - Texts[text];
}
