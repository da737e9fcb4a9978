namespace ServerlessIct.Indicators.Extraction;

/// <summary>The same statistic said again, in the title or the lead, is one observation with the comparisons of all its mentions.</summary>
sealed class Repetitions
{
    readonly Dictionary<Observation, int> seen = new(new SameStatistic());
    readonly HashSet<Observation> catalogued = new(new SameFigure());
    readonly HashSet<Comparison> based = new(new SameChange());

    /// <summary>Leaves one observation of each statistic in a list, in its order.</summary>
    /// <param name="observations">The observations in the order of the text.</param>
    /// <param name="into">Where given, receives for each observation its place in the result, -1 for one that was dropped.</param>
    public void Merge(List<Observation> observations, int[]? into = null)
    {
        NoteCatalogued(observations);
        NoteBased(observations);
        var kept = 0;
        for (var i = 0; i < observations.Count; i++)
        {
            var observation = observations[i];
            var place = -1;
            if (observation.Value is not { } value)
            {
                if (!IsBased(observation)) observations[place = kept++] = observation;
            }
            else if (observation.Indicator is null && IsTelling(value) && catalogued.Contains(observation))
            {
                place = -1;
            }
            else if (seen.TryGetValue(observation, out var first))
            {
                place = first;
                if (observation.Comparisons.Count > 0 || observations[first].Comparisons.Count > 1)
                    observations[first] = observations[first] with { Comparisons = Comparison.Merged(observations[first].Comparisons.Concat(observation.Comparisons)) };
            }
            else
            {
                seen[observation] = place = kept++;
                observations[place] = observation;
            }

            into?[i] = place;
        }

        observations.RemoveRange(kept, observations.Count - kept);
    }

    /// <summary>Forgets the document.</summary>
    public void Clear()
    {
        seen.Clear();
        catalogued.Clear();
        based.Clear();
    }

    void NoteCatalogued(List<Observation> observations)
    {
        foreach (var observation in observations)
            if (observation is { Indicator: not null, Value: not null }) catalogued.Add(observation);
    }

    /// <summary>Notes the comparisons whose basis is known, where any observation is without a value.</summary>
    void NoteBased(List<Observation> observations)
    {
        if (!observations.Exists(o => o.Value is null)) return;
        foreach (var observation in observations)
            for (var i = 0; i < observation.Comparisons.Count; i++)
                if (observation.Comparisons[i].Basis is not null) based.Add(observation.Comparisons[i]);
    }

    /// <summary>Whether the same comparisons are told elsewhere with their basis.</summary>
    bool IsBased(Observation observation)
    {
        for (var i = 0; i < observation.Comparisons.Count; i++)
            if (observation.Comparisons[i] is var comparison && (comparison.Basis is not null || !based.Contains(comparison))) return false;
        return true;
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
