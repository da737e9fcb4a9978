using ServerlessIct.Indicators.Extraction.Comparisons;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Quantities;

namespace ServerlessIct.Indicators.Extraction.Concepts;

/// <summary>Finds the indicator that the words of a statement name: what it counts, its subject, what follows it, or what its neighbour was of.</summary>
sealed class IndicatorFinder(ConceptFinder concepts, Topic topic, NumberTerms terms, List<TermHit> hits, Token[] tokens, Func<Piece, bool> isAnd)
{
    /// <summary>How far behind its number a statement may be named, in pieces.</summary>
    const int Reach = 30;

    Quantity? previous;

    /// <summary>Begins a sentence, whose cue terms are found.</summary>
    public void Begin()
    {
        terms.Begin();
        previous = null;
    }

    /// <summary>The cue that names a statement; null where none does.</summary>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="words">Where its words stand.</param>
    /// <param name="unit">Its unit; null where only a comparison is stated.</param>
    /// <param name="placed">Whether it is of another province than the document.</param>
    public NamedIndicator? Find(SentencePieces sentence, Statement statement, StatementWords words, Unit? unit, bool placed)
    {
        Collect(sentence, statement, words);
        var found = topic.Continues(unit, words.Subject, placed) ? null : FindOwn(sentence, statement, words.Noun, unit);
        found ??= FindShared(sentence, statement, words.Noun, unit);
        if (statement.Level is { } level) previous = level;
        return found;
    }

    /// <summary>Sorts the terms of the sentence by how near they stand to the number.</summary>
    void Collect(SentencePieces sentence, Statement statement, StatementWords words)
    {
        var (first, level) = (statement.Anchor.First, statement.Level);
        var countsByItself = level is not null && (CountsByItself(sentence, level) || (!statement.OwnSubject && sentence.Counts(level) && (sentence.IsPart(level) || CountsAnother(sentence, level))));
        terms.Clear();
        terms.Added = level is { Added: true };
        terms.AddBefore(hits, first);
        foreach (var hit in hits)
        {
            var counted = Begins(hit, words.Noun);
            if (!counted && !Inside(hit, words.Head) && !Inside(hit, words.Subject) && !Inside(hit, words.Lead)) continue;
            terms.Near.Add(hit);
            if (counted || !countsByItself) terms.Heads.Add(hit);
            if (counted) terms.Counted.Add(hit);
        }

        if (sentence.Colon(statement.Subject.From) is > 0 and var colon) terms.AddAnnounced(hits, sentence[colon].First);
    }

    NamedIndicator? FindOwn(SentencePieces sentence, Statement statement, (int First, int End) noun, Unit? unit)
    {
        var anchor = statement.Anchor;
        var byNoun = statement.Level is { Verb: Sense.None } level && sentence.Counts(level);
        return (byNoun ? concepts.Find(unit, terms, terms.Counted, anchor.First, noun) : null)
            ?? concepts.Find(unit, terms, terms.Heads, anchor.First, noun)
            ?? FindBehind(sentence, anchor, unit, noun);
    }

    /// <summary>Looks among the terms of the number before.</summary>
    NamedIndicator? FindShared(SentencePieces sentence, Statement statement, (int First, int End) noun, Unit? unit)
    {
        if (statement.Level is not { } level) return null;
        if (statement.OwnSubject)
        {
            // …; 100% xã: where its own words name nothing, a share that begins a clause is of what was spoken of before.
            if (statement.Subject.To > statement.Subject.From) return null;
            terms.Near.AddRange(terms.Previous);
            terms.Heads.AddRange(terms.Previous);
            return concepts.Find(unit, terms, terms.Heads, level.First, noun);
        }

        if (!GoesOn(sentence, level)) return null;
        terms.Near.AddRange(terms.Previous);
        return concepts.Find(unit, terms, terms.Previous, level.First, noun);
    }

    /// <summary><c>tại 109 xã</c>, <c>cho 40 lớp</c>: behind a preposition a number counts what follows it and nothing before.</summary>
    static bool CountsByItself(SentencePieces sentence, Quantity quantity) => sentence.Counts(quantity) && sentence[quantity.Lead - 1].Is(Sense.Function);

    /// <summary><c>87 đầu sách, với tổng cộng 64.300 bản</c>: what is counted is not what was counted before.</summary>
    bool CountsAnother(SentencePieces sentence, Quantity quantity) =>
        previous is not null && sentence.Counts(previous) && tokens[sentence[quantity.NounFirst].First].Word != tokens[sentence[previous.NounFirst].First].Word;

    /// <summary>
    /// Whether a number without words of its own is of what the number before it was of: its share, <c>96.200 hồ sơ (76,7%)</c>;
    /// its other year, <c>đạt 81% (năm 2022: 75%)</c>; the total it brings, <c>nâng tổng số lên 842 dịch vụ</c>.
    /// </summary>
    bool GoesOn(SentencePieces sentence, Quantity level)
    {
        if (previous is null) return false;
        if (level.Unit is { } unit) return sentence[level.NounFirst].Kind != PieceKind.Word && (unit == previous.Unit || (unit == Unit.Percent && previous.Unit is null));
        if (previous.Unit is not null) return false;
        if (!sentence.Counts(level) || (level.Verb == Sense.Onto && CountsTheSame(sentence, level, previous))) return true;
        if (CountsAnother(sentence, level)) return false;
        for (var i = previous.NounEnd; i < level.Piece; i++)
            if (sentence[i].Is(Sense.Total) || sentence[i].Is(Sense.Cumulative)) return true;
        return false;
    }

    /// <summary><c>1.290 trạm BTS, nay tăng lên 1.422 trạm</c>: the noun alone, as before.</summary>
    bool CountsTheSame(SentencePieces sentence, Quantity level, Quantity before) =>
        sentence.Counts(before) && sentence[level.NounFirst + 1].Kind != PieceKind.Word && tokens[sentence[level.NounFirst].First].Word == tokens[sentence[before.NounFirst].First].Word;

    /// <summary>Looks past a comma to the end of the clause, or to the <c>và</c> behind which another number has its own words.</summary>
    NamedIndicator? FindBehind(SentencePieces sentence, Quantity quantity, Unit? unit, (int First, int End) noun)
    {
        var end = quantity.NounEnd;
        while (end < sentence.Pieces.Count && end - quantity.Piece < Reach && !States(sentence[end]) && !sentence[end].Is(';') && (!sentence[end].Is('(') || RestatesShare(sentence, end))) end += sentence[end].Is('(') ? 3 : 1;
        if (States(sentence[end])) end = AndBefore(sentence, end, quantity.NounEnd);
        if (end <= quantity.NounEnd) return null;
        var behind = (First: noun.First, End: StatementWords.TokenOf(sentence, end));
        foreach (var hit in hits)
        {
            if (!Begins(hit, behind) || hit.First < noun.End) continue;
            terms.Heads.Add(hit);
            terms.Near.Add(hit);
        }

        return concepts.Find(unit, terms, terms.Heads, quantity.First, noun);
    }

    /// <summary><c>100% xã, phường (110/110) có cáp quang</c>: a bracket that only tells of how many.</summary>
    static bool RestatesShare(SentencePieces sentence, int open) => sentence[open + 1].Quantity is { Total: not null } && sentence[open + 2].Is(')');

    /// <summary>The <c>và</c> that leads to a number; <paramref name="from"/> where there is none.</summary>
    int AndBefore(SentencePieces sentence, int number, int from)
    {
        var and = sentence[number].Quantity!.Lead - 1;
        return and > from && isAnd(sentence[and]) ? and : from;
    }

    /// <summary>Whether a piece is a number that states something; <c>15 tuổi</c> is part of a name.</summary>
    static bool States(Piece piece) => piece.Quantity is { Role: not Role.None };

    static bool Inside(TermHit hit, (int First, int End) range) => hit.First >= range.First && hit.End <= range.End;

    /// <summary>Whether a term begins among the words counted; one that goes on past their end, as <c>2G, 3G</c> does, still says what they are.</summary>
    static bool Begins(TermHit hit, (int First, int End) range) => hit.First >= range.First && hit.First < range.End;
}
