namespace ServerlessIct.Indicators.Extraction.Concepts;

/// <summary>Chooses the indicator that the words around a number name best.</summary>
sealed class ConceptFinder(CueIndex cues)
{
    /// <summary>What a part costs when it stands elsewhere in the sentence.</summary>
    const int SameSentence = 4;

    /// <summary>What a part costs when it stands in an earlier sentence.</summary>
    const int EarlierSentence = 30;

    /// <summary>The indicator of a quantity, by the cue that names it best; null where none does.</summary>
    /// <param name="unit">Its unit; null where only a comparison is stated.</param>
    /// <param name="terms">The terms around it.</param>
    /// <param name="heads">Those of them that may name the indicator.</param>
    /// <param name="at">The quantity's token, from which distances count.</param>
    /// <param name="noun">Tokens of what is counted: terms there weigh double.</param>
    public NamedIndicator? Find(Unit? unit, NumberTerms terms, List<TermHit> heads, int at, (int First, int End) noun)
    {
        NamedIndicator? best = null;
        var most = 0.0;
        foreach (var head in heads)
        {
            foreach (var cue in cues.Headed(head.Term))
            {
                if (!Fits(cue, unit) || (terms.Added && cue.IsStock) || (cue.Counted && !(head.First >= noun.First && head.First < noun.End))) continue;
                var score = Score(cue, head, terms, at, noun);
                if (score > most && !IsRuledOut(cue, head, terms.Near)) (best, most) = (new NamedIndicator(cue, head), score);
            }
        }

        return best;
    }

    static bool Fits(Cue cue, Unit? unit)
    {
        if (unit is null) return !cue.NeedsUnit;
        var (wanted, code) = (cue.Unit.Code, unit.Value.Code);
        return wanted == code || (wanted == "VND" && code is "USD" or "EUR") || (cue.Points && code == "score");
    }

    /// <summary>Whether a term near the number rules the cue out; one inside the head itself does not.</summary>
    static bool IsRuledOut(Cue cue, TermHit head, List<TermHit> near)
    {
        foreach (var hit in near)
            if (cue.Not.Contains(hit.Term) && !(hit.First >= head.First && hit.End <= head.End)) return true;
        return false;
    }

    static double Score(Cue cue, TermHit head, NumberTerms terms, int at, (int First, int End) noun)
    {
        var score = Weight(head, at, noun);
        for (var p = 1; p < cue.Parts.Length; p++)
        {
            var part = Best(cue.Parts[p].Terms, terms.Near, at, noun);
            if (part == 0 && cue.Parts[p].Far is { IsEmpty: false } far) part = Math.Max(FarBest(cue, far, terms.Before, at, noun, SameSentence), FarBest(cue, far, terms.Earlier, at, noun, EarlierSentence));
            if (part == 0) return 0;
            score += part;
        }

        return score;
    }

    static double Best(TermSet terms, List<TermHit> hits, int at, (int First, int End) noun)
    {
        var best = 0.0;
        foreach (var hit in hits)
            if (terms.Contains(hit.Term)) best = Math.Max(best, Math.Max(0.01, Weight(hit, at, noun)));
        return best;
    }

    /// <summary>The best of what came before; <c>viễn thông:</c> in <c>bưu chính, viễn thông:</c> is none where that rules the cue out.</summary>
    static double FarBest(Cue cue, TermSet terms, List<TermHit> hits, int at, (int First, int End) noun, int cost)
    {
        var best = 0.0;
        foreach (var hit in hits)
            if (terms.Contains(hit.Term) && !IsPartOfAnother(cue, hit, hits)) best = Math.Max(best, Math.Max(0.01, Weight(hit, at, noun) - (cost / 20.0)));
        return best;
    }

    static bool IsPartOfAnother(Cue cue, TermHit hit, List<TermHit> hits)
    {
        foreach (var other in hits)
            if (other.First < hit.End && hit.First < other.End && cue.Not.Contains(other.Term)) return true;
        return false;
    }

    /// <summary>Longer terms say more, nearer ones belong more surely.</summary>
    static double Weight(TermHit hit, int at, (int First, int End) noun)
    {
        var distance = hit.First > at ? hit.First - at : at - hit.End;
        var weight = (hit.End - hit.First) - Math.Min(0.9, distance / 60.0);
        return hit.First >= noun.First && hit.First < noun.End && hit.First - noun.First < 8 ? weight * 2 : weight;
    }
}
