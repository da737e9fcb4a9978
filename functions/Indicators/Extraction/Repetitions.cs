namespace ServerlessIct.Indicators.Extraction;

/// <summary>The same statistic said again, in the title or the lead, is one observation with the comparisons of all its mentions.</summary>
static class Repetitions
{
    public static List<Observation> Merge(List<Observation> observations)
    {
        var merged = new List<Observation>(observations.Count);
        var seen = new Dictionary<(string?, decimal, Unit?, decimal?, Period?, Kind, string?, string), int>();
        var catalogued = observations.Where(o => o is { Indicator: not null, Value: not null }).Select(Figure).ToHashSet();
        var based = observations.SelectMany(o => o.Comparisons).Where(c => c.Basis is not null).Select(c => (c.Relation, c.Value, c.Unit)).ToHashSet();
        foreach (var observation in observations)
        {
            if (observation.Value is not { } value)
            {
                if (!observation.Comparisons.All(c => c.Basis is null && based.Contains((c.Relation, c.Value, c.Unit)))) merged.Add(observation);
                continue;
            }

            if (observation.Indicator is null && IsTelling(value) && catalogued.Contains(Figure(observation))) continue;
            var name = observation.Indicator is null ? observation.Label.ToLowerInvariant() : "";
            var key = (observation.Indicator, value, observation.Unit, observation.Total, observation.Period, observation.Kind, observation.Province, name);
            if (seen.TryGetValue(key, out var first))
            {
                merged[first] = merged[first] with { Comparisons = [.. merged[first].Comparisons.Union(observation.Comparisons)] };
            }
            else
            {
                seen[key] = merged.Count;
                merged.Add(observation);
            }
        }

        return merged;
    }

    static (decimal?, Unit?, Period?, Kind) Figure(Observation o) => (o.Value, o.Unit, o.Period, o.Kind);

    /// <summary>Whether a number has digits enough that finding it twice is no accident.</summary>
    static bool IsTelling(decimal value)
    {
        while (value >= 10000 && value % 10 == 0) value /= 10;
        return value >= 1000;
    }
}
