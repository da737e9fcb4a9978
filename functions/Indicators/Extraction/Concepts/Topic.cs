using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Extraction.Context;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Places;

namespace ServerlessIct.Indicators.Extraction.Concepts;

/// <summary>
/// What scores and ranks are of where their own words name only a place: <c>Sóc Trăng được 0,61 điểm</c> under a heading on an index,
/// <c>tỉnh xếp thứ 27</c> behind its score.
/// </summary>
sealed class Topic(Language language, string text, Token[] tokens, ConceptFinder concepts)
{
    /// <summary>An index named at once behind its rank stands among so many tokens.</summary>
    const int IndexReach = 3;

    Indicator? last, share;
    (int Paragraph, Period? Of) ofShare;
    bool spoken;

    /// <summary>Remembers the index or share that was spoken of last; one outside the catalogue ends it, a part of an index does not.</summary>
    public void Note(Unit? unit, Indicator? indicator, (int First, int End) subject, int paragraph, Period? of)
    {
        if (unit == Unit.Percent && !NamesOnlyAPlace(subject, orCountry: true) && subject.End > subject.First) (share, ofShare) = (indicator, (paragraph, of));
        if ((unit != Unit.Score && unit != Unit.Rank) || (indicator is null && !NamesAnIndex(subject))) return;
        (last, spoken) = (indicator, true);
    }

    /// <summary>The period of the share that is continued in its paragraph: <c>Trong khi đó Bạc Liêu đạt 70%</c>; null elsewhere.</summary>
    public Period? PeriodOfShare(int paragraph) => ofShare.Paragraph == paragraph ? ofShare.Of : null;

    /// <summary>An index is written in capitals: <c>PCI</c>, <c>PAR INDEX</c>; or called one.</summary>
    bool NamesAnIndex((int First, int End) subject)
    {
        for (var i = subject.First; i < subject.End; i++)
        {
            if (tokens[i].Kind != TokenKind.Word) continue;
            var word = text.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start);
            if (word.Length >= 3 && !word.ContainsAnyExceptInRange('A', 'Z')) return true;
            if (word.Equals("chỉ", StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>Whether a score or rank continues an index that was given a figure before: its own words name only a place.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="subject">The tokens of its own words.</param>
    /// <param name="placed">Whether it is known of which province it is.</param>
    public bool Continues(Unit? unit, (int First, int End) subject, bool placed) => spoken && IsOf(unit, subject, placed);

    /// <summary>The index that a score or rank continues; null where its own words name something else.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="subject">The tokens of its own words.</param>
    /// <param name="noun">The tokens behind it, where another index may be named: <c>xếp thứ 4 PAR Index</c>.</param>
    /// <param name="placed">Whether it is known of which province it is.</param>
    /// <param name="terms">The terms of the sentence or heading before, and of what announces a list.</param>
    public Indicator? For(Unit? unit, (int First, int End) subject, (int First, int End) noun, bool placed, NumberTerms terms)
    {
        if (unit == Unit.Percent) return share is not null && NamesOnlyAPlace(subject, orCountry: true) ? share : null;
        if (!IsOf(unit, subject, placed) || NamesAnIndex((noun.First, Math.Min(noun.End, noun.First + IndexReach)))) return null;
        var earlier = terms.Announced.Count > 0 ? terms.Announced : terms.Earlier;
        if (spoken && terms.Announced.Count == 0) return last is null ? null : Sibling(last, unit!.Value);
        var at = subject.First;
        return concepts.Find(unit, NumberTerms.Of(earlier), earlier, at, (at, at))?.Cue.Indicator;
    }

    bool IsOf(Unit? unit, (int First, int End) subject, bool placed) => (unit == Unit.Score || unit == Unit.Rank) && NamesOnlyAPlace(subject, placed);

    /// <summary>The score of the index whose rank was given, or the other way round.</summary>
    static Indicator? Sibling(Indicator indicator, Unit unit)
    {
        if (indicator.Unit == unit) return indicator;
        var stem = indicator.Code.AsSpan(0, indicator.Code.LastIndexOf('_') + 1);
        foreach (var other in IndicatorCatalogue.Default.All)
            if (other.Unit == unit && other.Code.AsSpan().StartsWith(stem, StringComparison.Ordinal)) return other;
        return null;
    }

    /// <summary>Whether the words of a subject name a province and nothing else.</summary>
    /// <param name="subject">The tokens of its words.</param>
    /// <param name="named">Whether the place was named apart from them.</param>
    /// <param name="orCountry">Whether the country does too.</param>
    public bool NamesOnlyAPlace((int First, int End) subject, bool named = false, bool orCountry = false)
    {
        for (var i = subject.First; i < subject.End; i++)
        {
            if (language.Places.At(text, tokens.AsSpan(0, subject.End), i, out var length, out _) is { } place)
            {
                // The catalogue's indices rank provinces, not countries.
                if (place == Gazetteer.Country && !orCountry) return false;
                named = true;
                i += length - 1;
            }
            else if (length == 0 && language.Places.WordAt(tokens.AsSpan(0, subject.End), i, out var linking) is PlaceWord.Fellows or PlaceWord.Linking)
            {
                i += linking - 1;
            }
            else if (language.Places.IsTitle(tokens[i]))
            {
                named = true;
            }
            else if (tokens[i].Kind == TokenKind.Word && language.Lexicon.Longest(tokens.AsSpan(0, subject.End), i, out var entry) is var phrase)
            {
                if (phrase == 0 || entry!.Sense == Sense.Plain) return false;
                i += phrase - 1;
            }
        }

        return named;
    }
}
