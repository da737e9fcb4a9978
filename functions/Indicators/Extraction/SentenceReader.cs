using ServerlessIct.Indicators.Extraction.Comparisons;
using ServerlessIct.Indicators.Extraction.Concepts;
using ServerlessIct.Indicators.Extraction.Context;
using ServerlessIct.Indicators.Extraction.Explaining;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Quantities;
using ServerlessIct.Indicators.Extraction.Text;
using ServerlessIct.Indicators.Places;

namespace ServerlessIct.Indicators.Extraction;

/// <summary>Reads the sentences of a document in order, carrying what one leaves in force for the next.</summary>
sealed class SentenceReader
{
    /// <summary>Labels are cut here; a subject is rarely longer.</summary>
    const int LongestLabel = 200;

    readonly Language language;
    readonly string text;
    readonly Token[] tokens;
    readonly Desk desk;
    readonly List<TermHit> hits;
    readonly NumberTerms terms;
    readonly Func<Piece, bool> isAnd;
    readonly FigurePlace places;
    readonly FigureTime times;
    readonly FigureHolder holders;
    readonly PageFurniture furniture;
    readonly PieceReader pieces;
    readonly RoleReader roles;
    readonly ConceptFinder concepts;
    readonly Topic topic;
    readonly Continuation continuation;
    readonly Trace? trace;
    Quantity? previous;
    int firstOfSentence;
    (Catalogue.Indicator? Of, int Word, int Paragraph) lastCounted;
    readonly BasisCarrier bases = new();
    readonly List<Observation> observations;

    /// <param name="language">The language data.</param>
    /// <param name="text">The text in NFC.</param>
    /// <param name="tokenized">The same, folded, with its tokens.</param>
    /// <param name="desk">What the reading works with, and the sentences.</param>
    /// <param name="context">The document's place and period.</param>
    /// <param name="trace">Notes what becomes of each number; null to read only.</param>
    public SentenceReader(Language language, string text, TokenizedText tokenized, Desk desk, DocumentContext context, Trace? trace)
    {
        this.language = language;
        this.text = text;
        tokens = tokenized.Tokens;
        this.desk = desk;
        (hits, terms, observations) = (desk.Hits, desk.Terms, desk.Observations);
        isAnd = IsAnd;
        times = new FigureTime(language, tokenized, new Outline(language, text, tokenized, desk.Sentences, context.Period), context);
        places = new FigurePlace(language, text, tokenized, context.Province);
        this.trace = trace;
        holders = new FigureHolder(language, text, tokenized, context.Province);
        furniture = new PageFurniture(language, tokenized);
        pieces = new PieceReader(language, tokenized, desk, trace);
        roles = new RoleReader(language.Words, tokenized.Folded, tokens);
        concepts = new ConceptFinder(language.Cues);
        topic = new Topic(language, text, tokens, concepts);
        continuation = new Continuation(topic, observations);
    }

    /// <summary>What the text says that was not believed.</summary>
    public IReadOnlyList<ReadingNote> Notes => times.Notes;

    /// <summary>Adds what the sentences state to the observations on the desk.</summary>
    public void Read()
    {
        for (var s = 0; s < desk.Sentences.Count; s++)
        {
            times.Enter(s, desk.Sentences[s]);
            if (furniture.Covers(desk.Sentences[s])) trace?.Beside(desk.Sentences[s], text, tokens);
            else Read(desk.Sentences[s]);
        }
    }

    void Read(Sentence at)
    {
        desk.ClearSentence();
        language.Cues.Hits(tokens, at.First, at.End, hits);
        if (at.HasNumber || language.Numerals.MayState(tokens.AsSpan(at.First, at.End - at.First)))
        {
            var sentence = pieces.Read(at.First, at.End, times.Year, times.Month);
            trace?.Sentence(at, sentence, text, tokens);
            roles.Read(sentence);
            PeriodsInTurn.Assign(sentence, isAnd);
            var statements = StatementReader.Read(sentence, isAnd, desk.Statements);
            bases.Carry(sentence, announces: tokens[LastToken(at)].Is(':'));
            times.Open(sentence);
            places.Begin(times.Place);
            terms.Begin();
            continuation.Begin(at.Paragraph);
            (previous, firstOfSentence) = (null, observations.Count);
            foreach (var statement in statements) Add(at, sentence, statement);
        }
        else
        {
            trace?.Sentence(at, null, text, tokens);
        }

        terms.Leave(hits);
    }

    void Add(Sentence at, SentencePieces sentence, Statement statement)
    {
        var anchor = statement.Anchor;
        var level = statement.Level;
        if (level is null && statement.Comparisons.TrueForAll(c => c.Role == Role.PlanLevel)) return;
        var (of, kind) = times.Of(anchor, statement.Comparisons);
        var unit = level is null ? (Unit?)null : level.Unit ?? Unit.Count;
        var subject = Tokens(sentence, statement.Subject);
        var head = Tokens(sentence, statement.Head);
        var noun = level is null ? (First: anchor.End, End: anchor.End) : (First: TokenOf(sentence, level.NounFirst), End: TokenOf(sentence, level.NounEnd));
        // Words such as "mới" end the subject and lead to the number: a term may reach over both.
        var lead = Tokens(sentence, (statement.Subject.To == anchor.Lead ? statement.Subject.From : anchor.Lead, anchor.Piece));
        var countsByItself = level is not null && (CountsByItself(sentence, level) || (!statement.OwnSubject && sentence.Counts(level) && (sentence.IsPart(level) || CountsAnother(sentence, level))));
        terms.Clear();
        terms.Added = level is { Added: true };
        terms.AddBefore(hits, anchor.First);
        foreach (var hit in hits)
        {
            var counted = Begins(hit, noun);
            if (!counted && !Inside(hit, head) && !Inside(hit, subject) && !Inside(hit, lead)) continue;
            terms.Near.Add(hit);
            if (counted || !countsByItself) terms.Heads.Add(hit);
            if (counted) terms.Counted.Add(hit);
        }

        var place = places.Of(subject, noun, unit == Unit.Rank, sentence.IsPart(anchor));
        var placed = place is not null and not Gazetteer.Country;
        if (sentence.Colon(statement.Subject.From) is > 0 and var colon) terms.AddAnnounced(hits, sentence[colon].First);
        var found = topic.Continues(unit, subject, placed) ? null : (level is { Verb: Sense.None } && sentence.Counts(level) ? concepts.Find(unit, terms, terms.Counted, anchor.First, noun) : null)
            ?? concepts.Find(unit, terms, terms.Heads, anchor.First, noun) ?? FindBehind(sentence, anchor, unit, noun);
        // …; 100% xã: where its own words name nothing, a share that begins a clause is of what was spoken of before.
        if (found is null && level is not null && statement.OwnSubject && statement.Subject.To <= statement.Subject.From)
        {
            terms.Near.AddRange(terms.Previous);
            terms.Heads.AddRange(terms.Previous);
            found = concepts.Find(unit, terms, terms.Heads, anchor.First, noun);
        }

        if (found is null && level is not null && !statement.OwnSubject && GoesOn(sentence, level))
        {
            terms.Near.AddRange(terms.Previous);
            found = concepts.Find(unit, terms, terms.Previous, anchor.First, noun);
        }

        // The other year's value is of what its neighbour is of.
        var compared = level?.LevelOf is not null && observations.Count > firstOfSentence && observations[^1].Unit == unit ? observations[^1] : null;
        if (level is not null) previous = level;
        var indicator = found?.Cue.Indicator ?? topic.For(unit, subject, noun, placed, terms);
        if (places.IsOfPart) indicator = null;
        if (indicator is not null && holders.IsCompany((at.Paragraph, at.First), subject, anchor.First)) indicator = null;
        if (indicator is not null && IsPartOfWhole(sentence, anchor, indicator, of)) indicator = null;
        if (found is null && indicator is not null && unit == Unit.Percent && !times.IsNamed) of = topic.PeriodOfShare(at.Paragraph) ?? of;
        if (indicator is null && placed && level is { Unit: null } && GoesOnCounting(at, sentence, level, noun.First)) indicator = lastCounted.Of;
        if (indicator is not null && level is { Unit: null } && sentence.Counts(level)) lastCounted = (indicator, tokens[noun.First].Word, at.Paragraph);
        topic.Note(unit, indicator, subject, at.Paragraph, of);
        if (unit == Unit.Score && indicator?.Unit == Unit.Count) unit = Unit.Count;
        var named = PointsBack(sentence, statement, place) ? observations[^1] : null;
        // Con số này là 5,9 triệu: of whatever the number before it counted.
        if (level is { HasNoUnit: true } && named?.Unit == Unit.Count) unit = Unit.Count;
        var comparisons = Comparisons(statement, unit, of);
        if (named is not null && level is null)
        {
            observations[^1] = named with { Comparisons = [.. named.Comparisons, .. comparisons] };
            trace?.Stated(statement, observations.Count - 1, comparisons, Trace.PointsBack);
            return;
        }

        var goneOn = named ?? (indicator is null ? continuation.Of(sentence, statement, unit, subject, elsewhere: place is not null) : null);
        var last = statement.Comparisons.Count > 0 && level is null ? statement.Comparisons[0].End : anchor.End;
        observations.Add(new Observation
        {
            Indicator = compared is not null ? compared.Indicator : goneOn is not null && (unit is null || goneOn.Unit == unit) ? goneOn.Indicator : indicator?.Code,
            Label = named?.Label ?? Label(sentence, statement, noun),
            Value = level?.Value,
            Unit = unit,
            Total = level?.Total,
            Period = of,
            Kind = kind,
            Qualifier = anchor.Qualifier,
            Province = place ?? goneOn?.Province,
            Comparisons = comparisons,
            Source = new SourceSpan(tokens[anchor.First].Start, tokens[last - 1].End),
            Sentence = new SourceSpan(tokens[at.First].Start, tokens[LastToken(at)].End),
        });
        trace?.Stated(statement, observations.Count - 1, comparisons, goneOn is not null ? Trace.PointsBack : Trace.Naming(found, indicator, text, tokens));
    }

    /// <summary><c>tại 109 xã</c>, <c>cho 40 lớp</c>: behind a preposition a number counts what follows it and nothing before.</summary>
    static bool CountsByItself(SentencePieces sentence, Quantity quantity) => sentence.Counts(quantity) && sentence[quantity.Lead - 1].Is(Sense.Function);

    /// <summary><c>87 đầu sách, với tổng cộng 64.300 bản</c>: what is counted is not what was counted before.</summary>
    bool CountsAnother(SentencePieces sentence, Quantity quantity) =>
        previous is not null && sentence.Counts(previous) && tokens[sentence[quantity.NounFirst].First].Word != tokens[sentence[previous.NounFirst].First].Word;

    /// <summary><c>còn 233 thôn chưa có sóng. Sơn La 37 thôn, Lai Châu 22 thôn</c>: of other places, the same word for the same.</summary>
    bool GoesOnCounting(Sentence at, SentencePieces sentence, Quantity level, int noun) =>
        sentence.Counts(level) && lastCounted.Paragraph == at.Paragraph && lastCounted.Word == tokens[noun].Word && sentence.Parts(level.NounFirst + 1);

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

    /// <summary><c>17 cuộc thanh tra (9 cuộc đột xuất)</c>, <c>171 điểm, trong đó 28 bưu cục</c>: a part is not the whole again.</summary>
    bool IsPartOfWhole(SentencePieces sentence, Quantity quantity, Catalogue.Indicator indicator, Period? of)
    {
        if (quantity is not { Role: Role.Level, Unit: null } || !(sentence.IsPart(quantity) || sentence.IsBracketed(quantity))) return false;
        for (var i = firstOfSentence; i < observations.Count; i++)
            if (observations[i].Indicator == indicator.Code && observations[i].Period == of && observations[i].Value > quantity.Value) return true;
        return false;
    }

    /// <summary>Whether a statement is of what the one before it is of; with another place of its own, <c>ở Cà Mau, tỷ lệ này mới 22,5%</c>, or without.</summary>
    bool PointsBack(SentencePieces sentence, Statement statement, string? place)
    {
        if (observations.Count == 0) return false;
        if (IsPronoun(sentence, statement.Subject)) return true;
        if (statement.Level is null || place is null or Gazetteer.Country) return false;
        var last = statement.Subject.To - 1;
        while (last > statement.Subject.From && sentence[last].Kind == PieceKind.Phrase && !sentence[last].Is(Sense.Pronoun)) last--;
        return sentence[last].Is(Sense.Pronoun) && sentence[last - 1].Is(',');
    }

    /// <summary>Whether a subject only points back: <c>số này</c>, <c>con số này của năm 2022</c>.</summary>
    static bool IsPronoun(SentencePieces sentence, (int From, int To) subject)
    {
        var points = false;
        for (var i = subject.From; i < subject.To; i++)
        {
            if (sentence[i].Kind == PieceKind.Word) return false;
            points |= sentence[i].Is(Sense.Pronoun);
        }

        return points;
    }

    /// <summary>Looks past a comma to the end of the clause, or to the <c>và</c> behind which another number has its own words.</summary>
    NamedIndicator? FindBehind(SentencePieces sentence, Quantity quantity, Unit? unit, (int First, int End) noun)
    {
        var end = quantity.NounEnd;
        while (end < sentence.Pieces.Count && end - quantity.Piece < 30 && !States(sentence[end]) && !sentence[end].Is(';') && (!sentence[end].Is('(') || RestatesShare(sentence, end))) end += sentence[end].Is('(') ? 3 : 1;
        if (States(sentence[end])) end = AndBefore(sentence, end, quantity.NounEnd);
        if (end <= quantity.NounEnd) return null;
        var behind = (First: noun.First, End: TokenOf(sentence, end));
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
        return and > from && IsAnd(sentence[and]) ? and : from;
    }

    /// <summary>Whether a piece is a number that states something; <c>15 tuổi</c> is part of a name.</summary>
    static bool States(Piece piece) => piece.Quantity is { Role: not Role.None };

    static Comparison[] Comparisons(Statement statement, Unit? unit, Period? of)
    {
        var told = statement.Comparisons;
        var comparisons = new Comparison[told.Count + statement.Unchanged.Count];
        for (var i = 0; i < told.Count; i++) comparisons[i] = Comparison(told[i], unit, of);
        for (var i = told.Count; i < comparisons.Length; i++)
            comparisons[i] = new Comparison(BasisResolver.Resolve(statement.Unchanged[i - told.Count], of), Relation.Change, 0, unit ?? Unit.Count);
        return comparisons;
    }

    static Comparison Comparison(Quantity quantity, Unit? levelUnit, Period? of)
    {
        var unit = quantity.Unit ?? levelUnit ?? Unit.Count;
        if (unit == Unit.Score && levelUnit == Unit.Count) unit = Unit.Count;
        var relation = quantity.Role switch { Role.Ratio => Relation.Ratio, Role.PlanLevel => Relation.Level, _ => Relation.Change };
        var basis = quantity.Role == Role.PlanLevel ? Basis.Plan : BasisResolver.Resolve(quantity.Basis, of);
        return new Comparison(basis, relation, relation == Relation.Change ? quantity.Sign * quantity.Value : quantity.Value, unit);
    }

    string Label(SentencePieces sentence, Statement statement, (int First, int End) noun)
    {
        var (first, end) = Tokens(sentence, statement.Subject);
        while (first < end && tokens[first].Kind is TokenKind.Mark or TokenKind.Break) first++;
        while (end > first && tokens[end - 1].Kind is TokenKind.Mark or TokenKind.Break) end--;
        var counted = statement.Level is { Unit: null } && noun.End > noun.First && tokens[noun.First].Kind == TokenKind.Word;
        var (from, to) = counted || end <= first ? noun : (first, end);
        if (to <= from) return "";
        var start = tokens[from].Start;
        var own = text[start..Math.Min(tokens[to - 1].End, start + LongestLabel)];
        var (headFirst, headEnd) = counted ? default : Tokens(sentence, statement.Head);
        return (headEnd > headFirst ? $"{text.AsSpan(tokens[headFirst].Start, tokens[headEnd - 1].End - tokens[headFirst].Start)} {own}" : own).Replace('\n', ' ').Trim();
    }

    bool IsAnd(Piece piece) => piece.Is(Sense.Function) && text.AsSpan(tokens[piece.First].Start, tokens[piece.End - 1].End - tokens[piece.First].Start) is "và";

    static bool Inside(TermHit hit, (int First, int End) range) => hit.First >= range.First && hit.End <= range.End;

    /// <summary>Whether a term begins among the words counted; one that goes on past their end, as <c>2G, 3G</c> does, still says what they are.</summary>
    static bool Begins(TermHit hit, (int First, int End) range) => hit.First >= range.First && hit.First < range.End;

    static (int First, int End) Tokens(SentencePieces sentence, (int From, int To) range) =>
        range.To <= range.From ? (0, 0) : (sentence[range.From].First, sentence[range.To - 1].End);

    static int TokenOf(SentencePieces sentence, int piece) => piece < sentence.Pieces.Count ? sentence[piece].First : sentence.Pieces[^1].End;

    int LastToken(Sentence sentence)
    {
        var last = sentence.End - 1;
        while (last > sentence.First && tokens[last].Kind == TokenKind.Break) last--;
        return last;
    }
}
