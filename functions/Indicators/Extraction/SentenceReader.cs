using ServerlessIct.Indicators.Extraction.Comparisons;
using ServerlessIct.Indicators.Extraction.Concepts;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Periods;
using ServerlessIct.Indicators.Extraction.Quantities;
using ServerlessIct.Indicators.Extraction.Text;

namespace ServerlessIct.Indicators.Extraction;

/// <summary>Reads the sentences of a document in order, carrying what one leaves in force for the next.</summary>
sealed class SentenceReader
{
    /// <summary>Labels are cut here; a subject is rarely longer.</summary>
    const int LongestLabel = 200;

    /// <summary>Terms farther back than so many are about something else.</summary>
    const int MostTermsBefore = 24;

    readonly Language language;
    readonly string text;
    readonly Token[] tokens;
    readonly string? province;
    readonly Period? period;
    readonly PieceReader pieces;
    readonly RoleReader roles;
    readonly ConceptFinder concepts;
    readonly Topic topic;
    readonly BasisCarrier bases = new();
    readonly List<Observation> observations = [];
    List<TermHit> earlier = [];
    Period? paragraphPeriod;
    int paragraph = -1;

    /// <param name="language">The language data.</param>
    /// <param name="text">The text in NFC.</param>
    /// <param name="tokenized">The same, folded, with its tokens.</param>
    /// <param name="province">The document's place, or null.</param>
    /// <param name="period">The document's period, or null.</param>
    public SentenceReader(Language language, string text, TokenizedText tokenized, string? province, Period? period)
    {
        this.language = language;
        this.text = text;
        tokens = tokenized.Tokens;
        this.province = province;
        this.period = paragraphPeriod = period;
        pieces = new PieceReader(language, tokenized);
        roles = new RoleReader(tokenized.Folded, tokens);
        concepts = new ConceptFinder(language.Cues);
        topic = new Topic(language, text, tokens, concepts);
    }

    public List<Observation> Read(IReadOnlyList<Sentence> sentences)
    {
        foreach (var sentence in sentences) Read(sentence);
        return observations;
    }

    void Read(Sentence at)
    {
        if (at.Paragraph != paragraph) (paragraph, paragraphPeriod) = (at.Paragraph, period);
        var hits = new List<TermHit>();
        language.Cues.Hits(tokens, at.First, at.End, hits);
        if (at.HasNumber || language.Numerals.MayState(tokens.AsSpan(at.First, at.End - at.First)))
        {
            var sentence = new SentencePieces(pieces.Read(at.First, at.End, (paragraphPeriod ?? period)?.Year ?? 0));
            roles.Read(sentence);
            var statements = StatementReader.Read(sentence, IsAnd);
            bases.Carry(sentence, statements);
            if (PeriodInForce.Opening(sentence, period) is { } opening) paragraphPeriod = opening;
            foreach (var statement in statements) Add(at, sentence, statement, hits);
        }

        if (hits.Count > 0) earlier = hits.Count > MostTermsBefore ? hits[^MostTermsBefore..] : hits;
    }

    void Add(Sentence at, SentencePieces sentence, Statement statement, List<TermHit> hits)
    {
        var anchor = statement.Anchor;
        var level = statement.Level;
        if (level is null && statement.Comparisons.TrueForAll(c => c.Role == Role.PlanLevel)) return;
        var of = PeriodInForce.For(sentence, anchor, paragraphPeriod, period) ?? paragraphPeriod ?? period;
        var unit = level is null ? (Unit?)null : level.Unit ?? Unit.Count;
        var subject = Tokens(sentence, statement.Subject);
        var head = Tokens(sentence, statement.Head);
        var noun = level is null ? (First: anchor.End, End: anchor.End) : (First: TokenOf(sentence, level.NounFirst), End: TokenOf(sentence, level.NounEnd));
        // Words such as "mới" end the subject and lead to the number: a term may reach over both.
        var lead = Tokens(sentence, (statement.Subject.To == anchor.Lead ? statement.Subject.From : anchor.Lead, anchor.Piece));
        var near = hits.Where(h => Inside(h, head) || Inside(h, subject) || Inside(h, lead) || Begins(h, noun)).ToList();
        var before = hits.Where(h => h.End <= anchor.First).TakeLast(MostTermsBefore).ToList();
        var heads = level is not null && CountsByItself(sentence, level) ? near.Where(h => Begins(h, noun)).ToList() : near;
        var indicator = concepts.Find(unit, heads, near, before, earlier, anchor.First, noun) ?? FindBehind(sentence, anchor, unit, hits, heads, near, before, noun)
            ?? topic.For(unit, subject, earlier);
        topic.Note(unit, indicator, subject);
        if (unit == Unit.Score && indicator?.Unit == Unit.Count) unit = Unit.Count;
        var comparisons = statement.Comparisons.Where(c => c.Role != Role.None).Select(c => Comparison(c, unit, of)).ToList();
        comparisons.AddRange(statement.Unchanged.Select(u => new Comparison(BasisResolver.Resolve(u, of), Relation.Change, 0, unit ?? Unit.Count)));
        var named = IsPronoun(sentence, statement.Subject) && observations.Count > 0 ? observations[^1] : null;
        if (named is not null && level is null)
        {
            observations[^1] = named with { Comparisons = [.. named.Comparisons, .. comparisons] };
            return;
        }

        var last = statement.Comparisons.Count > 0 && level is null ? statement.Comparisons[0].End : anchor.End;
        observations.Add(new Observation
        {
            Indicator = named is not null && named.Unit == unit ? named.Indicator : indicator?.Code,
            Label = named?.Label ?? Label(sentence, statement, noun),
            Value = level?.Value,
            Unit = unit,
            Total = level?.Total,
            Period = of,
            Kind = KindOf(sentence, anchor, of),
            Qualifier = anchor.Qualifier,
            Province = PlaceIn(subject),
            Comparisons = comparisons,
            Source = new SourceSpan(tokens[anchor.First].Start, tokens[last - 1].End),
            Sentence = new SourceSpan(tokens[at.First].Start, tokens[LastToken(at)].End),
        });
    }

    /// <summary><c>tại 109 xã</c>, <c>cho 40 lớp</c>: behind a preposition a number counts what follows it and nothing before.</summary>
    static bool CountsByItself(SentencePieces sentence, Quantity quantity) => sentence.Counts(quantity) && sentence[quantity.Lead - 1].Is(Sense.Function);

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

    /// <summary>Looks past a comma, where no other number comes before the end of the clause.</summary>
    Catalogue.Indicator? FindBehind(SentencePieces sentence, Quantity quantity, Unit? unit, List<TermHit> hits, List<TermHit> heads, List<TermHit> near, List<TermHit> before, (int First, int End) noun)
    {
        var end = quantity.NounEnd;
        while (end < sentence.Pieces.Count && end - quantity.Piece < 30 && !States(sentence[end]) && !sentence[end].Is(';') && !sentence[end].Is('(')) end++;
        if (end == quantity.NounEnd || States(sentence[end])) return null;
        var behind = (First: noun.First, End: TokenOf(sentence, end));
        var after = hits.Where(h => Begins(h, behind) && h.First >= noun.End).ToList();
        return concepts.Find(unit, [.. heads, .. after], [.. near, .. after], before, earlier, quantity.First, noun);
    }

    /// <summary>Whether a piece is a number that states something; <c>15 tuổi</c> is part of a name.</summary>
    static bool States(Piece piece) => piece.Quantity is { Role: not Role.None };

    static Comparison Comparison(Quantity quantity, Unit? levelUnit, Period? of)
    {
        var unit = quantity.Unit ?? levelUnit ?? Unit.Count;
        if (unit == Unit.Score && levelUnit == Unit.Count) unit = Unit.Count;
        var relation = quantity.Role switch { Role.Ratio => Relation.Ratio, Role.PlanLevel => Relation.Level, _ => Relation.Change };
        var basis = quantity.Role == Role.PlanLevel ? Basis.Plan : BasisResolver.Resolve(quantity.Basis, of);
        return new Comparison(basis, relation, relation == Relation.Change ? quantity.Sign * quantity.Value : quantity.Value, unit);
    }

    Kind KindOf(SentencePieces sentence, Quantity quantity, Period? of)
    {
        if (of is { } p && period is { } reported && p.Year > reported.Year) return Kind.Target;
        for (var i = quantity.Piece - 1; i >= 0; i--)
            if (sentence[i].Is(Sense.Goal)) return Kind.Target;
        for (var i = quantity.Lead - 1; i >= 0; i--)
        {
            if (sentence.Parts(i)) break;
            if (sentence[i].Is(Sense.Plan) && quantity is { Role: Role.Level, Total: null } && i >= quantity.Subject.From && quantity.Verb == Sense.Reach && quantity.Lead - i <= 3
                && !sentence[i - 1].Is(Sense.Exceed))
                return Kind.Target;
        }

        return Kind.Actual;
    }

    /// <summary>The place that the subject names, where it is not the document's own.</summary>
    string? PlaceIn((int First, int End) subject)
    {
        string? found = null;
        for (var i = subject.First; i < subject.End; i++)
        {
            if (language.Places.At(tokens.AsSpan(0, subject.End), i, out var length) is not { } slug) continue;
            found = slug;
            i += length - 1;
        }

        return province is null || found == province || found == Places.Gazetteer.Country ? null : found;
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
