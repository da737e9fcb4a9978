using ServerlessIct.Indicators.Places;

namespace ServerlessIct.Indicators.Series;

/// <summary>
/// All places in one indicator and period, side by side: ranks and national figures come from here. Only figures reached are in it, not goals.
/// </summary>
public sealed class CrossSection
{
    readonly SortedDictionary<string, PlaceFigure> figures = new(StringComparer.Ordinal);
    Dictionary<string, int>? ranks;
    string? ranksBy;

    /// <summary>Puts figures side by side.</summary>
    /// <param name="period">The period that all are of.</param>
    /// <param name="figures">One figure a place at most.</param>
    public CrossSection(Period period, IEnumerable<PlaceFigure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        Period = period;
        foreach (var figure in figures) this.figures.Add(figure.Place, figure);
        Unit = Compared.GroupBy(f => f.Unit).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Code, StringComparer.Ordinal).FirstOrDefault()?.Key;
    }

    /// <summary>The period.</summary>
    public Period Period { get; }

    /// <summary>Every figure, in the order of the places.</summary>
    public IReadOnlyCollection<PlaceFigure> Figures => figures.Values;

    /// <summary>The unit that most provinces use; null where none has a figure. Only figures in it are compared.</summary>
    public Unit? Unit { get; }

    /// <summary>The figures of provinces in <see cref="Unit"/>.</summary>
    public IEnumerable<PlaceFigure> Ranked => Compared.Where(f => f.Unit == Unit);

    /// <summary>What documents state of the whole country; null where none does.</summary>
    public PlaceFigure? Country => figures.GetValueOrDefault(Gazetteer.Country);

    IEnumerable<PlaceFigure> Compared => figures.Values.Where(f => f.Place != Gazetteer.Country);

    /// <summary>The figure of a place; null where there is none.</summary>
    public PlaceFigure? Of(string place) => figures.GetValueOrDefault(place);

    /// <summary>
    /// The place of a province and among how many; null where it is not ranked. Equal figures share the better rank and the next one is
    /// skipped (1, 2, 2, 4).
    /// </summary>
    /// <param name="province">The slug.</param>
    /// <param name="better">The catalogue's word: <c>up</c> ranks the largest first, <c>down</c> the smallest, <c>none</c> ranks nothing.</param>
    /// <exception cref="ArgumentException"><paramref name="better"/> is another word.</exception>
    public (int Rank, int Among)? RankOf(string province, string better)
    {
        if (ranks is null || ranksBy != better) (ranks, ranksBy) = (Ranks(better), better);
        return ranks.TryGetValue(province, out var rank) ? (rank, ranks.Count) : null;
    }

    /// <summary>-1 where the largest is first, 1 where the smallest is, 0 where nothing is ranked.</summary>
    internal static int Direction(string better) => better switch
    {
        "up" => -1,
        "down" => 1,
        "none" => 0,
        _ => throw new ArgumentException($"'{better}' is not a way to be better; the catalogue knows up, down and none.", nameof(better)),
    };

    Dictionary<string, int> Ranks(string better)
    {
        var sign = Direction(better);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        if (sign == 0) return found;
        var (place, rank, last) = (0, 0, (decimal?)null);
        foreach (var figure in Ranked.OrderBy(f => f.Value * sign))
        {
            place++;
            if (figure.Value != last) (rank, last) = (place, figure.Value);
            found.Add(figure.Place, rank);
        }

        return found;
    }
}
