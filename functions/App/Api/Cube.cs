using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Catalogue;

namespace ServerlessIct.App.Api;

/// <summary>Series laid out as a cube: the last dimension runs fastest.</summary>
sealed class Cube
{
    readonly Dictionary<string, int> decimals = new(StringComparer.Ordinal);
    readonly HashSet<string> noted = new(StringComparer.Ordinal);
    readonly List<string> notes = [];

    public required IReadOnlyList<string> Provinces { get; init; }

    public required IReadOnlyList<string> Indicators { get; init; }

    public required IReadOnlyList<string> Kinds { get; init; }

    public required IReadOnlyList<string> Periods { get; init; }

    /// <summary>The unit of each indicator.</summary>
    public required IReadOnlyDictionary<string, Unit> Units { get; init; }

    /// <summary>The known values by their place in the cube, in order.</summary>
    public SortedDictionary<int, (decimal Value, ObservationStatus Status)> Cells { get; } = [];

    /// <summary>Each once: what is to be known of a figure reached may be so of the one wanted too.</summary>
    public IReadOnlyList<string> Notes => notes;

    public IReadOnlyList<int> Size => [Provinces.Count, Indicators.Count, Kinds.Count, Periods.Count];

    public int Length => checked(Provinces.Count * Indicators.Count * Kinds.Count * Periods.Count);

    /// <summary>With how many decimals the values of an indicator are stated: that of its finest.</summary>
    public int DecimalsOf(string indicator) => decimals.GetValueOrDefault(indicator);

    /// <exception cref="ProblemException">413: the cube would be too large.</exception>
    public static Cube Of(IReadOnlyList<SeriesAnswer> series)
    {
        var cube = new Cube
        {
            Provinces = Sorted(series.Select(s => s.Province)),
            Indicators = Sorted(series.Select(s => s.Indicator)),
            Kinds = Sorted(series.Select(s => Words.Of(s.Kind))),
            Periods = [.. series.SelectMany(s => s.Points).Select(p => p.Period).Distinct().Order().Select(p => p.ToString())],
            Units = series.GroupBy(s => s.Indicator, StringComparer.Ordinal).ToDictionary(g => g.Key, UnitOf, StringComparer.Ordinal),
        };
        const int most = 5 * SeriesQuestion.MostCells;
        var length = (long)cube.Provinces.Count * cube.Indicators.Count * cube.Kinds.Count * cube.Periods.Count;
        if (length > most)
            throw new ProblemException(new ProblemAnswer
            {
                Title = "Too much is asked for at once", Status = 413,
                Detail = "The cube would have too many cells. Ask for fewer provinces, indicators or years, or for another format.",
                Parameter = "format", Asked = length, Allowed = most,
            });
        cube.Fill(series);
        return cube;
    }

    static Unit UnitOf(IEnumerable<SeriesAnswer> series)
    {
        var all = series.ToList();
        return IndicatorCatalogue.Default.Find(all[0].Indicator)?.Unit ?? all.Select(s => s.Unit).OfType<Unit>().FirstOrDefault(Unit.Count);
    }

    void Fill(IReadOnlyList<SeriesAnswer> series)
    {
        var (provinces, indicators, kinds, periods) = (Places(Provinces), Places(Indicators), Places(Kinds), Places(Periods));
        foreach (var one in series)
            foreach (var point in one.Points)
            {
                if (point.Value is not { } value) continue;
                if (point.Unit is { } unit && unit != Units[one.Indicator])
                {
                    Note($"Left out: {one.Province}, {one.Indicator}, {point.Period} is stated in {unit.Code}.");
                    continue;
                }
                var row = (((provinces[one.Province] * Indicators.Count) + indicators[one.Indicator]) * Kinds.Count) + kinds[Words.Of(one.Kind)];
                Cells[(row * Periods.Count) + periods[point.Period.ToString()]] = (value, point.Status);
                decimals[one.Indicator] = Math.Max(DecimalsOf(one.Indicator), value.Scale);
                foreach (var note in point.Notes) Note($"{one.Province}, {one.Indicator}, {point.Period}: {note}");
            }
    }

    void Note(string note)
    {
        if (noted.Add(note)) notes.Add(note);
    }

    static IReadOnlyList<string> Sorted(IEnumerable<string> all) => [.. all.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    static Dictionary<string, int> Places(IReadOnlyList<string> all) => all.Select((id, place) => (id, place)).ToDictionary(p => p.id, p => p.place, StringComparer.Ordinal);
}
