using ServerlessIct.Indicators.Extraction.Comparisons;
using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Quantities;
using ServerlessIct.Indicators.Extraction.Structure;

namespace ServerlessIct.Indicators.Extraction.Concepts;

/// <summary>Collects the cue terms around a statement, each with the zone in which it stands.</summary>
sealed class EvidenceReader(Language language, List<TermHit> hits, SubjectForms forms, Token[] tokens, Func<Chunk, bool> isAnd)
{
    /// <summary>How far behind its number a statement may be named, in chunks.</summary>
    const int Reach = 30;

    /// <summary>Terms farther back than so many are about something else.</summary>
    const int MostBefore = 24;

    /// <summary>What is done to so many is said in so many words before the number.</summary>
    const int MostActWords = 8;

    readonly List<TermHit> earlier = [];
    readonly List<TermHit> previous = [], own = [];
    Quantity? before;
    int earlierParagraph = -1;
    bool earlierAnnounces, earlierIsNear, beforeAdded;

    /// <summary>The terms around the statement read last.</summary>
    public List<Evidence> Found { get; } = [];

    /// <summary>Begins a sentence, whose cue terms are found.</summary>
    public void Begin(int paragraph)
    {
        earlierIsNear = earlierAnnounces || paragraph == earlierParagraph;
        (before, beforeAdded) = (null, false);
        own.Clear();
    }

    /// <summary>Makes the terms of the sentence, where it has any, those that its followers look back on.</summary>
    /// <param name="paragraph">The paragraph of the sentence.</param>
    /// <param name="hasFigures">Whether it states any.</param>
    public void Leave(int paragraph, bool hasFigures)
    {
        if (hits.Count == 0) return;
        (earlierParagraph, earlierAnnounces) = (paragraph, !hasFigures);
        earlier.Clear();
        for (var i = Math.Max(0, hits.Count - MostBefore); i < hits.Count; i++) earlier.Add(hits[i]);
    }

    /// <summary>Reads the terms around a statement.</summary>
    public Scored Read(ChunkedSentence sentence, Statement statement, StatementWords words, Unit? unit, SubjectForm form, int follows, Node node)
    {
        Found.Clear();
        previous.Clear();
        previous.AddRange(own);
        own.Clear();
        var (anchor, level) = (statement.Anchor, statement.Level);
        var behind = EndOfClause(sentence, anchor);
        foreach (var hit in hits)
        {
            if (ZoneOf(hit, words, behind, anchor.First) is not { } zone || zone == Zone.Sentence) continue;
            Found.Add(new Evidence(hit, zone));
            if (zone != Zone.Behind) own.Add(hit);
        }

        var nearest = hits.FindLastIndex(hit => hit.End <= anchor.First);
        for (var i = nearest; i > nearest - MostBefore && i >= 0; i--)
            if (ZoneOf(hits[i], words, behind, anchor.First) == Zone.Sentence) AddNearest(hits[i], Zone.Sentence);

        if (level is not null && GoesOn(sentence, statement, level))
            foreach (var hit in previous) Found.Add(new Evidence(hit, Zone.Previous));
        for (var i = earlier.Count - 1; i >= 0; i--) AddNearest(earlier[i], Zone.Earlier);
        ReadAbove(node);
        var counts = level is not null && sentence.Counts(level);
        // Chiếm 22,4% tổng hồ sơ: a share says behind itself what it is of.
        var namesBehind = unit == Unit.Percent && level is not null && sentence[level.NounFirst].Kind == ChunkKind.Word;
        // Phát triển 110.000 thuê bao di động, 18.000 thuê bao cáp quang: so was the next of the same things.
        var added = counts && (level!.Added || ActsOn(sentence, level) || (beforeAdded && FollowsAtOnce(sentence, level) && !CountsAnother(sentence, level)));
        var number = new Scored(unit, anchor.First, words.Noun, counts ? tokens[words.Noun.First].Word : 0, counts && level!.Verb == PhraseTag.None,
            counts && CountsApart(sentence, statement, level!), added, namesBehind || form == SubjectForm.Content, follows, namesBehind, counts ? default : forms.OwnWords(form == SubjectForm.Content || words.Head == default ? words.Subject : words.Head), earlierIsNear, counts ? Has(sentence, level!) : int.MaxValue, counts ? Restriction(words.Noun.First, Math.Max(behind, words.Noun.End)) : default, counts && level!.Total is not null);
        if (level is not null) (before, beforeAdded) = (level, added);
        return number;
    }

    /// <summary>Of a term that stands several times in a zone the nearest counts, which comes first.</summary>
    void AddNearest(TermHit hit, Zone zone)
    {
        foreach (var found in Found)
            if (found.Zone == zone && found.Hit.Term == hit.Term) return;
        Found.Add(new Evidence(hit, zone));
    }

    Zone? ZoneOf(TermHit hit, StatementWords words, int behind, int number)
    {
        // One that goes on past the end of the words counted, as 2G, 3G does, still says what they are.
        if (hit.First >= words.Noun.First && hit.First < words.Noun.End) return Zone.Noun;
        if (Inside(hit, words.Subject) || Inside(hit, words.Lead)) return Zone.Subject;
        if (Inside(hit, words.Head)) return Zone.Shared;
        if (hit.First >= words.Noun.End && hit.First < behind && hit.First > number) return Zone.Behind;
        return hit.End <= number ? Zone.Sentence : null;
    }

    /// <summary>The terms of the lines that head the list and of the headings above, nearest first.</summary>
    void ReadAbove(Node node)
    {
        for (var above = node.Parent; above is not null; above = above.Parent)
        {
            if (above.Topic is not { } topic) continue;
            foreach (var hit in topic.Value) Found.Add(new Evidence(hit, above.Level == NodeLevel.List ? Zone.Lead : Zone.Heading));
        }
    }

    /// <summary>Past a comma to the end of the clause, or to the <c>và</c> behind which another number has its own words.</summary>
    int EndOfClause(ChunkedSentence sentence, Quantity quantity)
    {
        var end = quantity.NounEnd;
        while (end < sentence.Chunks.Count && end - quantity.Chunk < Reach && !States(sentence[end]) && !sentence[end].Is(';') && (!sentence[end].Is('(') || RestatesShare(sentence, end))) end += sentence[end].Is('(') ? 3 : 1;
        if (States(sentence[end])) end = AndBefore(sentence, end, quantity.NounEnd);
        return end <= quantity.NounEnd ? 0 : StatementWords.TokenOf(sentence, end);
    }

    /// <summary><c>100% xã, phường (110/110) có cáp quang</c>: a bracket that only tells of how many.</summary>
    static bool RestatesShare(ChunkedSentence sentence, int open) => sentence[open + 1].Quantity is { Total: not null } && sentence[open + 2].Is(')');

    /// <summary>The <c>và</c> that leads to a number; <paramref name="from"/> where there is none.</summary>
    int AndBefore(ChunkedSentence sentence, int number, int from)
    {
        var and = sentence[number].Quantity!.Lead - 1;
        return and > from && isAnd(sentence[and]) ? and : from;
    }

    /// <summary><c>tại 109 xã</c>, <c>cho 40 lớp</c>: behind a preposition a number counts what follows it and nothing before; so does a part that counts another thing.</summary>
    bool CountsApart(ChunkedSentence sentence, Statement statement, Quantity level) =>
        sentence[level.Lead - 1].Is(PhraseTag.Function) || (!statement.OwnSubject && (sentence.IsPart(level) || CountsAnother(sentence, level)));

    /// <summary><c>87 đầu sách, với tổng cộng 64.300 bản</c>: what is counted is not what was counted before.</summary>
    bool CountsAnother(ChunkedSentence sentence, Quantity quantity) =>
        before is not null && sentence.Counts(before) && tokens[sentence[quantity.NounFirst].First].Word != tokens[sentence[before.NounFirst].First].Word;

    /// <summary>
    /// Whether a number without words of its own is of what the number before it was of: its share, <c>96.200 hồ sơ (76,7%)</c>;
    /// its other year, <c>đạt 81% (năm 2022: 75%)</c>; the total it brings, <c>nâng tổng số lên 842 dịch vụ</c>; a share that begins a clause.
    /// </summary>
    bool GoesOn(ChunkedSentence sentence, Statement statement, Quantity level)
    {
        if (statement.OwnSubject) return statement.Subject.To <= statement.Subject.From;
        if (before is null) return false;
        if (level.Unit is { } unit) return sentence[level.NounFirst].Kind != ChunkKind.Word && (unit == before.Unit || (unit == Unit.Percent && before.Unit is null));
        if (before.Unit is not null) return false;
        if (!sentence.Counts(level) || (level.Verb == PhraseTag.ReachesLevel && CountsTheSame(sentence, level))) return true;
        if (CountsAnother(sentence, level)) return false;
        for (var i = before.NounEnd; i < level.Chunk; i++)
            if (sentence[i].Is(PhraseTag.Total) || sentence[i].Is(PhraseTag.Cumulative)) return true;
        return false;
    }

    /// <summary><c>1.290 trạm BTS, nay tăng lên 1.422 trạm</c>: the noun alone, as before.</summary>
    bool CountsTheSame(ChunkedSentence sentence, Quantity level) =>
        sentence.Counts(before!) && sentence[level.NounFirst + 1].Kind != ChunkKind.Word && !CountsAnother(sentence, level);

    /// <summary><c>264 xã đã có điểm phục vụ</c>: the verb behind what is counted; past all tokens for none.</summary>
    static int Has(ChunkedSentence sentence, Quantity level)
    {
        for (var i = level.NounFirst + 1; i < level.NounEnd; i++)
            if (sentence[i].Is(PhraseTag.Reach)) return sentence[i].First;
        return int.MaxValue;
    }

    /// <summary><c>kiểm tra 03 cơ sở in</c>, <c>xóa 30 bản trắng sóng</c>: what is done to so many.</summary>
    bool ActsOn(ChunkedSentence sentence, Quantity level)
    {
        var end = sentence[level.Chunk].First;
        for (var c = level.Chunk - 1; c >= 0 && end - sentence[c].First <= MostActWords && sentence[c].Kind is ChunkKind.Word or ChunkKind.Phrase; c--)
        {
            var length = language.Cues.Words.Act(tokens.AsSpan(0, end), sentence[c].First);
            if (length > 0 && LeadsTo(sentence, level, sentence[c].First + length)) return true;
        }

        return false;
    }

    /// <summary>Whether a comma or <c>và</c> is all that parts a number from the one before.</summary>
    bool FollowsAtOnce(ChunkedSentence sentence, Quantity level) =>
        before is not null && level.Chunk == level.Lead && level.Lead - 1 == before.NounEnd && (sentence[before.NounEnd].Is(',') || isAnd(sentence[before.NounEnd]));

    /// <summary>Whether nothing but <c>hơn</c>, <c>gần</c> and the like stands between a token and a number.</summary>
    static bool LeadsTo(ChunkedSentence sentence, Quantity level, int token)
    {
        for (var c = level.Chunk - 1; c >= 0 && sentence[c].First >= token; c--)
            if (!sentence[c].Is(PhraseTag.About) && !sentence[c].Is(PhraseTag.Over) && !sentence[c].Is(PhraseTag.Under)) return false;
        return true;
    }

    /// <summary><c>08 điểm phải tạm đóng cửa</c>: the words that tell which are meant; empty for none.</summary>
    (int First, int End) Restriction(int first, int end)
    {
        var span = tokens.AsSpan(0, end);
        for (var i = first; i < end; i++)
            if (tokens[i].Kind == TokenKind.Word && language.Cues.Words.Restricting(span, i) is > 0 and var length) return (i, i + length);
        return default;
    }

    /// <summary>Whether a chunk is a number that states something; <c>15 tuổi</c> is part of a name.</summary>
    static bool States(Chunk chunk) => chunk.Quantity is { Role: not Role.None };

    static bool Inside(TermHit hit, (int First, int End) range) => hit.First >= range.First && hit.End <= range.End;
}
