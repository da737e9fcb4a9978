namespace ServerlessIct.Indicators.Extraction.Concepts;

/// <summary>The cue terms around one number, by how near they stand; the lists are filled anew for each number.</summary>
sealed class NumberTerms
{
    /// <summary>Terms farther back than so many are about something else.</summary>
    const int MostBefore = 24;

    /// <summary>Whether the number counts what was added: then only what counts events can be meant.</summary>
    public bool Added { get; set; }

    /// <summary>The terms that may name the indicator: those of <see cref="Near"/>, or of what is counted alone.</summary>
    public List<TermHit> Heads { get; } = [];

    /// <summary>The terms of what is counted: where no verb equates the number with its subject, <c>doanh nghiệp vận hành 120 trạm</c>, they name it first.</summary>
    public List<TermHit> Counted { get; } = [];

    /// <summary>The terms of the number's subject and of what it counts.</summary>
    public List<TermHit> Near { get; } = [];

    /// <summary>The terms near the number before it in its sentence.</summary>
    public List<TermHit> Previous { get; } = [];

    /// <summary>The terms of the sentence before the number.</summary>
    public List<TermHit> Before { get; } = [];

    /// <summary>The terms of what announces the list that the number is in: <c>DTI năm 2023: Đà Nẵng …</c>.</summary>
    public List<TermHit> Announced { get; } = [];

    /// <summary>The terms of the sentence or heading before that.</summary>
    public List<TermHit> Earlier { get; } = [];

    /// <summary>Terms that may all name the indicator, with nothing around them.</summary>
    public static NumberTerms Of(List<TermHit> hits)
    {
        var terms = new NumberTerms();
        terms.Near.AddRange(hits);
        return terms;
    }

    /// <summary>Begins a sentence: no number comes before the first.</summary>
    public void Begin() => Near.Clear();

    /// <summary>Keeps the terms of the number before apart, and makes room for those of the next.</summary>
    public void Clear()
    {
        Previous.Clear();
        Previous.AddRange(Near);
        Heads.Clear();
        Counted.Clear();
        Near.Clear();
        Before.Clear();
        Announced.Clear();
    }

    /// <summary>Takes those terms of a sentence that end before a token.</summary>
    public void AddBefore(List<TermHit> hits, int token)
    {
        foreach (var hit in hits)
            if (hit.End <= token) Before.Add(hit);
        if (Before.Count > MostBefore) Before.RemoveRange(0, Before.Count - MostBefore);
    }

    /// <summary>Takes those terms of a sentence that end before the colon of a list.</summary>
    public void AddAnnounced(List<TermHit> hits, int colon)
    {
        foreach (var hit in hits)
            if (hit.End <= colon && Announced.Count < MostBefore) Announced.Add(hit);
    }

    /// <summary>Makes the terms of a sentence, where it has any, those that its followers look back on.</summary>
    public void Leave(List<TermHit> hits)
    {
        if (hits.Count == 0) return;
        Earlier.Clear();
        for (var i = Math.Max(0, hits.Count - MostBefore); i < hits.Count; i++) Earlier.Add(hits[i]);
    }
}
