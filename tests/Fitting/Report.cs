using System.Globalization;

namespace ServerlessIct.Fitting;

/// <summary>Writes what was found, and meanwhile how far the work is.</summary>
sealed class Report(TextWriter output, TextWriter progress)
{
    public void Line(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    public void Outcome(string name, Outcome outcome) =>
        Line($"{name,-36} facts {outcome.Facts}  comparisons {outcome.Comparisons}{(outcome.BrokenRows > 0 ? FormattableString.Invariant($"  rows broken {outcome.BrokenRows}") : "")}");

    public void Progress(FormattableString line) => progress.Write($"\r{line.ToString(CultureInfo.InvariantCulture)}   ");
}
