namespace ServerlessIct.Indicators.Series;

/// <summary>One side of a comparison: a figure, its unit, and how far it may be from the true one.</summary>
/// <param name="Value">The printed figure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Reach">The figures that it may stand for.</param>
sealed record Level(decimal Value, Unit Unit, Interval Reach)
{
    /// <summary>The figure of a source; null where it states none, or one too large to reckon with.</summary>
    /// <remarks>A goal of "at least 80 %" is 80 % exactly: its qualifier says what counts as reaching it, not how well it is known.</remarks>
    public static Level? Of(Candidate? source)
    {
        if (source is not { Value: { } value, Unit: { } unit }) return null;
        var qualifier = source.Kind == Kind.Target ? Qualifier.Exact : source.Qualifier;
        return PrintedFigure.Reach(value, unit, qualifier) is { } reach ? new Level(value, unit, reach) : null;
    }
}
