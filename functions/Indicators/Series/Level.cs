namespace ServerlessIct.Indicators.Series;

/// <summary>One side of a comparison: a figure, its unit, and how far it may be from the true one.</summary>
/// <param name="Value">The printed figure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Bounds">The figures that it may stand for.</param>
sealed record Level(decimal Value, Unit Unit, Interval Bounds)
{
    /// <summary>The figure of a source; null where it states none, or one too large to reckon with.</summary>
    /// <remarks>A goal of "at least 80 %" is 80 % exactly: its qualifier says what counts as reaching it, not how well it is known.</remarks>
    public static Level? Of(Candidate? source)
    {
        if (source is not { Value: { } value, Unit: { } unit }) return null;
        return Of(value, unit, source.Kind == Kind.Target ? Qualifier.Exact : source.Qualifier);
    }

    /// <summary>The figure as printed; null for one too large to reckon with.</summary>
    public static Level? Of(decimal value, Unit unit, Qualifier qualifier) =>
        PrintedFigure.Bounds(value, unit, qualifier) is { } reach ? new Level(value, unit, reach) : null;

    /// <summary>What the parts of a whole make together; null where one is unknown or in another unit.</summary>
    public static Level? Sum(IReadOnlyList<Level?> parts)
    {
        if (parts.Count == 0 || parts[0] is not { } sum) return null;
        foreach (var part in parts.Skip(1))
        {
            if (part is null || part.Unit != sum.Unit) return null;
            sum = new Level(sum.Value + part.Value, sum.Unit, sum.Bounds + part.Bounds);
        }
        return sum;
    }
}
