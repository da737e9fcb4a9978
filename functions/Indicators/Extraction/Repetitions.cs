namespace ServerlessIct.Indicators.Extraction;

/// <summary>The same statistic said again, in the title or the lead, is one observation with the comparisons of all its mentions.</summary>
static class Repetitions
{
    /// <summary>Leaves one observation of each statistic in the list, in its order, and returns the list.</summary>
    /// <param name="observations">The observations in the order of the text.</param>
    /// <param name="into">Where given, receives for each observation its place in the result, -1 for one that was dropped.</param>
    public static List<Observation> Merge(List<Observation> observations, int[]? into = null)
    {
        var seen = new Dictionary<Observation, int>(observations.Count, new SameStatistic());
        var catalogued = Catalogued(observations);
        var based = Based(observations);
        var kept = 0;
        for (var i = 0; i < observations.Count; i++)
        {
            var observation = observations[i];
            var place = -1;
            if (observation.Value is not { } value)
            {
                if (!observation.Comparisons.All(c => c.Basis is null && based.Contains(c))) observations[place = kept++] = observation;
            }
            else if (observation.Indicator is null && IsTelling(value) && catalogued.Contains(observation))
            {
                place = -1;
            }
            else if (seen.TryGetValue(observation, out var first))
            {
                place = first;
                observations[first] = observations[first] with { Comparisons = [.. observations[first].Comparisons.Union(observation.Comparisons)] };
            }
            else
            {
                seen[observation] = place = kept++;
                observations[place] = observation;
            }

            into?[i] = place;
        }

        observations.RemoveRange(kept, observations.Count - kept);
        return observations;
    }

    static HashSet<Observation> Catalogued(List<Observation> observations)
    {
        var catalogued = new HashSet<Observation>(observations.Count, new SameFigure());
        foreach (var observation in observations)
            if (observation is { Indicator: not null, Value: not null }) catalogued.Add(observation);
        return catalogued;
    }

    /// <summary>The comparisons whose basis is known; none where no observation is without a value.</summary>
    static HashSet<Comparison> Based(List<Observation> observations)
    {
        var based = new HashSet<Comparison>(new SameChange());
        if (!observations.Exists(o => o.Value is null)) return based;
        foreach (var observation in observations)
            foreach (var comparison in observation.Comparisons)
                if (comparison.Basis is not null) based.Add(comparison);
        return based;
    }

    /// <summary>Whether a number has digits enough that finding it twice is no accident.</summary>
    static bool IsTelling(decimal value)
    {
        while (value >= 10000 && value % 10 == 0) value /= 10;
        return value >= 1000;
    }

    /// <summary>The same number of the same subject; where the catalogue does not name it, by its wording.</summary>
    sealed class SameStatistic : IEqualityComparer<Observation>
    {
        public bool Equals(Observation? x, Observation? y) =>
            x!.Value == y!.Value && x.Indicator == y.Indicator && x.Unit == y.Unit && x.Total == y.Total && x.Period == y.Period && x.Kind == y.Kind && x.Province == y.Province
            && (x.Indicator is not null || x.Label.Equals(y.Label, StringComparison.OrdinalIgnoreCase));

        public int GetHashCode(Observation observation) => HashCode.Combine(observation.Value, observation.Period, observation.Indicator);
    }

    /// <summary>The same number, whatever it is of.</summary>
    sealed class SameFigure : IEqualityComparer<Observation>
    {
        public bool Equals(Observation? x, Observation? y) => x!.Value == y!.Value && x.Unit == y.Unit && x.Period == y.Period && x.Kind == y.Kind;

        public int GetHashCode(Observation observation) => HashCode.Combine(observation.Value, observation.Period);
    }

    /// <summary>The same change or ratio, whatever it is against.</summary>
    sealed class SameChange : IEqualityComparer<Comparison>
    {
        public bool Equals(Comparison? x, Comparison? y) => x!.Value == y!.Value && x.Relation == y.Relation && x.Unit == y.Unit;

        public int GetHashCode(Comparison comparison) => comparison.Value.GetHashCode();
    }
}
