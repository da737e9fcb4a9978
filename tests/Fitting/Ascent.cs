namespace ServerlessIct.Fitting;

/// <summary>
/// Climbs from the present weights: moves one weight after the other to the best of a few values around it, and goes round until none
/// moves. The score is a staircase, so that steps are long and there is no gradient; the pull keeps a weight that nothing speaks about
/// where it is. The same texts always give the same weights.
/// </summary>
/// <param name="present">The present weights.</param>
/// <param name="pull">What moving a weight by its own size costs of the score.</param>
sealed class Ascent(Point present, double pull)
{
    /// <summary>The moves tried, in sizes of a weight.</summary>
    static readonly double[] Steps = [1, -1, 0.5, -0.5, 0.25, -0.25, 0.1, -0.1];

    const int MostRounds = 8;

    /// <summary>Less is no gain, but an error of addition.</summary>
    const double Least = 1e-9;

    /// <summary>The weights with the best score.</summary>
    /// <param name="score">The score of weights, without the pull.</param>
    public Point Climb(Func<Point, double> score)
    {
        var (at, best) = (present, score(present));
        for (var round = 0; round < MostRounds; round++)
        {
            var before = at;
            for (var i = 0; i < present.Values.Count; i++) (at, best) = Move(at, best, i, score);
            if (at.Equals(before)) break;
        }

        return at;
    }

    (Point At, double Best) Move(Point from, double best, int i, Func<Point, double> score)
    {
        var at = from;
        foreach (var step in Steps)
        {
            var next = from.With(i, Math.Round(from[i] + (step * Size(i)), 3));
            var value = score(next) - Pull(next);
            if (value > best + Least) (at, best) = (next, value);
        }

        return (at, best);
    }

    /// <summary>A weight's size, by which it moves; small ones move like 1.</summary>
    double Size(int i) => Math.Max(1, Math.Abs(present[i]));

    double Pull(Point at)
    {
        var sum = 0.0;
        for (var i = 0; i < present.Values.Count; i++) sum += Math.Pow((at[i] - present[i]) / Size(i), 2);
        return pull * sum;
    }
}
