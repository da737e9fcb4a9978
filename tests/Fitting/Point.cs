namespace ServerlessIct.Fitting;

/// <summary>One weight for each feature; equal where all are.</summary>
sealed class Point(IEnumerable<double> values) : IEquatable<Point>
{
    readonly double[] values = [.. values];

    public IReadOnlyList<double> Values => values;

    public double this[int i] => values[i];

    /// <summary>The same with one weight changed.</summary>
    public Point With(int i, double value)
    {
        var changed = new Point(values);
        changed.values[i] = value;
        return changed;
    }

    public bool Equals(Point? other) => other is not null && values.AsSpan().SequenceEqual(other.values);

    public override bool Equals(object? obj) => Equals(obj as Point);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var value in values) hash.Add(value);
        return hash.ToHashCode();
    }
}
