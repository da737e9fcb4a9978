namespace ServerlessIct.Indicators.Series;

/// <summary>A figure of one point with all sources that state it, rounded or in full.</summary>
sealed class AgreeingSources
{
    readonly List<Candidate> sources;

    AgreeingSources(Candidate first, Level? level)
    {
        sources = [first];
        Level = level;
    }

    /// <summary>The figure as its best source prints it; null for a mere comparison or a figure too large to reckon with.</summary>
    public Level? Level { get; }

    /// <summary>The sources, the best first.</summary>
    public IReadOnlyList<Candidate> Sources => sources;

    /// <summary>The best source.</summary>
    public Candidate Best => sources[0];

    /// <summary>The newest of the documents that state it.</summary>
    public Candidate Newest { get; private set; } = null!;

    /// <summary>How many documents state it.</summary>
    public int Documents { get; private set; }

    /// <summary>Groups the sources of one point by figure; the finest print of a figure stands for the rounder ones that agree with it.</summary>
    public static IReadOnlyList<AgreeingSources> Of(IEnumerable<Candidate> sources)
    {
        var claims = new List<AgreeingSources>();
        foreach (var source in sources.Order(SourceOrder.BestFirst))
        {
            var level = Level.Of(source);
            if (claims.Find(c => c.States(source, level)) is { } claim) claim.sources.Add(source);
            else claims.Add(new AgreeingSources(source, level));
        }

        foreach (var claim in claims) claim.Count();
        return claims;
    }

    bool States(Candidate source, Level? level) =>
        level is null ? Level is null && Best.Value == source.Value && Best.Unit == source.Unit
        : Level is not null && Level.Unit == level.Unit && Level.Bounds.Overlaps(level.Bounds);

    void Count()
    {
        Newest = sources.Aggregate((newest, next) => SourceOrder.IsNewer(next, newest) ? next : newest);
        Documents = sources.Count == 1 ? 1 : sources.Select(s => s.Document).Distinct(StringComparer.Ordinal).Count();
    }
}
