using System.Runtime.InteropServices;
using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Extraction.LanguageData;

namespace ServerlessIct.Indicators.Extraction.Concepts;

/// <summary>What a candidate is scored against: the number and its words.</summary>
/// <param name="Unit">The number's unit; null where only a comparison is stated.</param>
/// <param name="At">Its token, from which distances count.</param>
/// <param name="Noun">The tokens of what it counts.</param>
/// <param name="Counted">The word that it counts; 0 for none.</param>
/// <param name="CountsBare">Whether it counts its noun with no verb between it and a subject.</param>
/// <param name="CountsApart">Whether it counts its noun by itself, whatever the subject is.</param>
/// <param name="Added">Whether it counts what was added.</param>
/// <param name="Content">Whether its subject names something of its own.</param>
/// <param name="Follows">The token of a figure that it can go on with: words from before that then name nothing; -1 for none.</param>
/// <param name="NamesBehind">Whether it is a share that says behind itself what it is of: <c>100% hồ sơ</c>.</param>
/// <param name="Own">The words of its subject that name something.</param>
/// <param name="EarlierIsNear">Whether the sentence before is of its paragraph, or has no figures and so announces them.</param>
/// <param name="Restriction">The tokens that tell which of the counted are meant; empty for none.</param>
/// <param name="OfAll">Whether it counts so many of all: <c>63/63 tỉnh</c>.</param>
/// <param name="HasAt">The token of the verb among the words counted behind which stands what the counted have: <c>264 xã có điểm phục vụ</c>.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct Scored(Unit? Unit, int At, (int First, int End) Noun, int Counted = 0, bool CountsBare = false, bool CountsApart = false, bool Added = false, bool Content = false, int Follows = -1, bool NamesBehind = false, OwnWords Own = default, bool EarlierIsNear = true, int HasAt = int.MaxValue, (int First, int End) Restriction = default, bool OfAll = false);

/// <summary>Scores how well a cue names a number, by the terms around it.</summary>
sealed class CueScorer(Language language)
{
    /// <summary>The score of a cue of which a part is missing.</summary>
    const double Missing = double.NegativeInfinity;

    readonly CueIndex cues = language.Cues;
    readonly Weights<Feature> weights = language.Weights;

    /// <summary>What each feature adds to the score at hand, where an explanation asks for it.</summary>
    double[]? parts;

    /// <summary>The noun's first so many tokens say what is counted.</summary>
    const int NounReach = 8;

    /// <summary>The cue that names a number best; none where no cue scores above nothing.</summary>
    /// <param name="number">The number.</param>
    /// <param name="evidence">The terms around it.</param>
    /// <param name="claimed">The heads that name other numbers of the sentence, in the same place and time.</param>
    /// <param name="mayGoOn">Whether there is a figure before it that the number may go on with.</param>
    public Choice Choose(in Scored number, List<Evidence> evidence, List<TermHit>? claimed = null, bool mayGoOn = false)
    {
        var best = Best(number, evidence, claimed);
        var choice = best with { GoesOn = mayGoOn && weights[Feature.GoesOn] >= best.Score };
        if (language.Decisions is { } decisions) Note(decisions, choice, number, [.. evidence], claimed is null ? null : [.. claimed], mayGoOn);
        return choice;
    }

    /// <summary>Every indicator that the terms around a number speak for, with the number's earlier figure where it may go on with one.</summary>
    public RankedIndicators Rank(in Scored number, List<Evidence> evidence, List<TermHit>? claimed, Indicator? goesOn)
    {
        var ranked = new RankedIndicators();
        parts = new double[Weights<Feature>.Features.Count];
        foreach (var head in evidence)
        {
            foreach (var cue in cues.Headed(head.Hit.Term))
            {
                if (!Fits(cue, number)) continue;
                Array.Clear(parts);
                if (Score(cue, head, number, evidence, claimed) is > Missing and var score) ranked.Note(cue.Indicator, score, parts);
            }
        }

        if (goesOn is not null)
        {
            Array.Clear(parts);
            var score = 0.0;
            Add(ref score, Feature.GoesOn, 1);
            ranked.Note(goesOn, score, parts);
        }

        parts = null;
        return ranked;
    }

    static void Note(Decisions decisions, Choice choice, Scored number, List<Evidence> evidence, List<TermHit>? claimed, bool mayGoOn) => decisions.Note(other =>
    {
        var again = new CueScorer(other).Choose(number, evidence, claimed, mayGoOn);
        return again.Best == choice.Best && again.GoesOn == choice.GoesOn;
    });

    Choice Best(in Scored number, List<Evidence> evidence, List<TermHit>? claimed)
    {
        var choice = default(Choice);
        foreach (var head in evidence)
        {
            foreach (var cue in cues.Headed(head.Hit.Term))
            {
                if (!Fits(cue, number)) continue;
                var score = Score(cue, head, number, evidence, claimed);
                if (score > choice.Score) choice = new Choice(new NamedIndicator(cue, head.Hit), score);
            }
        }

        return choice;
    }

    static bool Fits(Cue cue, in Scored number)
    {
        if (number.Added && cue.IsStock) return false;
        if (number.Unit is not { } unit) return !cue.NeedsUnit;
        var (wanted, code) = (cue.Unit.Code, unit.Code);
        return wanted == code || (wanted == "VND" && code is "USD" or "EUR") || (cue.Points && code == "score");
    }

    /// <summary>The score of a cue whose head is a given term; <see cref="Missing"/> where it cannot name the number.</summary>
    double Score(Cue cue, in Evidence head, in Scored number, List<Evidence> evidence, List<TermHit>? claimed)
    {
        var inNoun = head.Zone is Zone.Noun;
        if (cue.Counted && !inNoun) return Missing;
        // Trong tháng dựng 14 trạm: what a sentence counts is not all that the one before counted.
        if (number.Counted > 0 && head.Zone is Zone.Earlier or Zone.Heading) return Missing;
        // 264 xã có điểm phục vụ: what the counted have is not counted.
        if (number.HasAt < int.MaxValue && !CountsHead(head, number)) return Missing;
        // 63/63 tỉnh, thành phố đã lập tổ công nghệ số: so many of all provinces are no teams.
        if (number.OfAll && head.Zone is Zone.Noun or Zone.Behind && !cues.Begins(head.Hit.Term, number.Counted)) return Missing;
        var score = 0.0;
        Add(ref score, HeadFeature(head, number), 1);
        if (number.CountsApart && !inNoun) Add(ref score, Feature.CountsApart, 1);
        if (number.Counted > 0) Add(ref score, cues.Begins(head.Hit.Term, number.Counted) ? Feature.CountAgrees : Feature.CountDiffers, 1);
        var left = number.Own.Without(head);
        for (var p = 1; p < cue.Parts.Length && left.Any; p++)
            foreach (var term in evidence)
                if (cue.Parts[p].Terms.Contains(term.Hit.Term) && !cue.Parts[p].Far.Contains(term.Hit.Term)) left = left.Without(term);
        // Bưu chính 121 tỷ đồng; viễn thông 1.340 tỷ đồng: the parts are all that the subject says, the head stands before.
        var completes = number.Own.Any && !left.Any && !(IsFar(head.Zone) && IsPartOfAnother(cue, head, evidence)) && (number.EarlierIsNear || head.Zone != Zone.Earlier);
        if (((number.Content && !(completes && cue.Parts.Length > 1)) || head.Hit.First < number.Follows) && IsFar(head.Zone) || (number.NamesBehind && head.Zone == Zone.Previous)) Add(ref score, Feature.ContentBetween, 1);
        Weigh(ref score, head, number);
        var behind = head.Zone == Zone.Behind;
        for (var p = 1; p < cue.Parts.Length; p++)
            if (!AddPart(ref score, cue, cue.Parts[p], head, number, evidence, completes, ref behind)) return Missing;
        foreach (var term in evidence)
            if (RulesOut(cue, term, head, behind)) Add(ref score, Feature.RuledOut, 1);
        if (number.Restriction.End > 0 && !Knows(cue, number.Restriction, evidence)) Add(ref score, Feature.Restricted, 1);
        if (claimed is not null && head.Zone != Zone.Noun && claimed.Contains(head.Hit)) Add(ref score, Feature.Claimed, 1);
        return score;
    }

    /// <summary>Whether a term of a cue stands among words that restrict what is counted.</summary>
    static bool Knows(Cue cue, (int First, int End) restriction, List<Evidence> evidence)
    {
        foreach (var term in evidence)
            if (term.Hit.First < restriction.End && term.Hit.End > restriction.First && cue.Has(term.Hit.Term)) return true;
        return false;
    }

    /// <summary>Whether a head is what the number counts, and not what the counted have.</summary>
    bool CountsHead(in Evidence head, in Scored number) => head.Zone == Zone.Noun ? head.Hit.First < number.HasAt : head.Zone != Zone.Previous || cues.Begins(head.Hit.Term, number.Counted);

    static Feature HeadFeature(in Evidence head, in Scored number) => head.Zone switch
    {
        Zone.Noun when number.CountsBare => Feature.CountedHead,
        Zone.Noun or Zone.Subject or Zone.Shared => Feature.OwnHead,
        Zone.Behind => Feature.BehindHead,
        Zone.Previous => Feature.PreviousHead,
        Zone.Lead => Feature.LeadHead,
        Zone.Heading => Feature.HeadingHead,
        Zone.Earlier => Feature.EarlierHead,
        _ => Feature.SentenceHead,
    };

    /// <summary>Adds the best of the terms that satisfy a part; false where there is none.</summary>
    bool AddPart(ref double score, Cue cue, CuePart part, in Evidence head, in Scored number, List<Evidence> evidence, bool completes, ref bool behind)
    {
        var (best, found) = (double.MinValue, default(Evidence));
        foreach (var term in evidence)
        {
            if (!part.Terms.Contains(term.Hit.Term)) continue;
            var weight = WeightOf(term, number) + (PartFeature(part, term, head, completes, number.Follows >= 0) is { } far ? weights[far] : 0);
            if (weight > best && !(IsFar(term.Zone) && IsPartOfAnother(cue, term, evidence))) (best, found) = (weight, term);
        }

        if (best == double.MinValue) return false;
        behind |= found.Zone == Zone.Behind;
        if (completes && IsFar(found.Zone) && !part.Far.Contains(found.Hit.Term) && ((found.Zone == Zone.Earlier && !number.EarlierIsNear) || NamesOtherNearer(cue, head, found, evidence))) return false;
        if (IsFar(found.Zone) && NamesOtherHere(cue, head, evidence)) return false;
        if (found.Hit.First < number.Follows && IsFar(found.Zone)) Add(ref score, Feature.ContentBetween, 1);
        if (PartFeature(part, found, head, completes, number.Follows >= 0) is { } feature) Add(ref score, feature, 1);
        Weigh(ref score, found, number);
        return true;
    }

    static bool IsFar(Zone zone) => zone is Zone.Sentence or Zone.Earlier or Zone.Lead or Zone.Heading;

    /// <summary><c>Viễn thông</c> in the heading above is no part where <c>bưu chính</c> stands in a heading below it.</summary>
    bool NamesOtherNearer(Cue cue, in Evidence head, in Evidence part, List<Evidence> evidence)
    {
        foreach (var other in evidence)
            if (IsFar(other.Zone) && IsNearer(other, part) && !cue.Has(other.Hit.Term) && cues.IsPartOfOther(head.Hit.Term, other.Hit.Term, cue)) return true;
        return false;
    }

    /// <summary>In <c>doanh thu viễn thông đạt 1.340 tỷ đồng</c> no <c>bưu chính</c> of before is meant.</summary>
    bool NamesOtherHere(Cue cue, in Evidence head, List<Evidence> evidence)
    {
        foreach (var other in evidence)
            if (other.Zone is Zone.Noun or Zone.Subject or Zone.Shared && !cue.Has(other.Hit.Term) && cues.IsPartOfOther(head.Hit.Term, other.Hit.Term, cue)) return true;
        return false;
    }

    static bool IsNearer(in Evidence one, in Evidence other) => one.Hit.First >= other.Hit.End;

    /// <param name="completes">Whether the subject says nothing but terms of the cue, so that the rest may stand anywhere above.</param>
    /// <param name="follows">Whether the subject is a place or a time only, so that head and part may stand together before it.</param>
    static Feature? PartFeature(CuePart part, in Evidence term, in Evidence head, bool completes, bool follows)
    {
        if (term.Zone == Zone.Previous) return head.Zone == Zone.Previous ? null : Feature.PreviousPart;
        if (!IsFar(term.Zone)) return null;
        if (!part.Far.Contains(term.Hit.Term) && !completes && !(follows && head.Zone == term.Zone)) return Feature.StrayPart;
        return term.Zone switch { Zone.Sentence => Feature.SentencePart, Zone.Earlier => Feature.EarlierPart, Zone.Lead => Feature.LeadPart, _ => Feature.HeadingPart };
    }

    /// <summary>A phrase in the number's own words rules the indicator out, save inside the head; behind them only where the head or a part is there too.</summary>
    static bool RulesOut(Cue cue, in Evidence term, in Evidence head, bool behind)
    {
        if (!cue.Not.Contains(term.Hit.Term) || (term.Hit.First >= head.Hit.First && term.Hit.End <= head.Hit.End && term.Zone == head.Zone)) return false;
        return term.Zone switch
        {
            Zone.Noun or Zone.Subject or Zone.Shared => true,
            Zone.Behind => behind,
            Zone.Previous => head.Zone == Zone.Previous,
            _ => false,
        };
    }

    /// <summary><c>viễn thông:</c> in <c>bưu chính, viễn thông:</c> is no part where that rules the cue out.</summary>
    static bool IsPartOfAnother(Cue cue, in Evidence term, List<Evidence> evidence)
    {
        foreach (var other in evidence)
            if (other.Zone == term.Zone && other.Hit.First < term.Hit.End && term.Hit.First < other.Hit.End && cue.Not.Contains(other.Hit.Term)) return true;
        return false;
    }

    void Weigh(ref double score, in Evidence term, in Scored number)
    {
        Add(ref score, Feature.Tokens, Length(term));
        if (InNoun(term, number)) Add(ref score, Feature.NounTokens, Length(term));
        Add(ref score, Feature.Distance, Distance(term, number));
    }

    double WeightOf(in Evidence term, in Scored number) =>
        (weights[Feature.Tokens] * Length(term)) + (InNoun(term, number) ? weights[Feature.NounTokens] * Length(term) : 0) + (weights[Feature.Distance] * Distance(term, number));

    static int Length(in Evidence term) => term.Hit.End - term.Hit.First;

    static bool InNoun(in Evidence term, in Scored number) => term.Zone is Zone.Noun && term.Hit.First - number.Noun.First < NounReach;

    static double Distance(in Evidence term, in Scored number)
    {
        var tokens = term.Hit.First > number.At ? term.Hit.First - number.At : number.At - term.Hit.End;
        return Math.Min(0.9, tokens / 60.0);
    }

    void Add(ref double score, Feature feature, double value)
    {
        score += weights[feature] * value;
        if (parts is not null) parts[(int)feature] += weights[feature] * value;
    }
}
