using System.Runtime.InteropServices;

namespace ServerlessIct.Scoring;

/// <summary>How many statistics were found, missed, and found that are none.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Counts(int Right, int Missed, int False)
{
    /// <summary>The harmonic mean of precision and recall; 0 where nothing is right.</summary>
    public double F1 => Right == 0 ? 0 : 2.0 * Right / ((2 * Right) + Missed + False);

    public bool Any => Right + Missed + False > 0;

    public static Counts operator +(Counts a, Counts b) => new(a.Right + b.Right, a.Missed + b.Missed, a.False + b.False);

    public static Counts operator -(Counts a, Counts b) => new(a.Right - b.Right, a.Missed - b.Missed, a.False - b.False);

    public override string ToString() => FormattableString.Invariant($"F1 {F1:0.000} ({Right} right, {Missed} missed, {False} false)");
}
