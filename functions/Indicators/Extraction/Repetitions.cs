namespace ServerlessIct.Indicators.Extraction;

/// <summary>The same statistic said again is one observation with the comparisons of all its mentions.</summary>
static class Repetitions
{
    public static List<Observation> Merge(List<Observation> observations)
    {
        var merged = new List<Observation>(observations.Count);
        var seen = new Dictionary<(string?, decimal, Unit?, decimal?, Period?, Kind, string?, string), int>();
        foreach (var observation in observations)
        {
            if (observation.Value is not { } value)
            {
                merged.Add(observation);
                continue;
            }

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
}
