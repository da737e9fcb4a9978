using ServerlessIct.Indicators.Extraction.Comparisons;
using ServerlessIct.Indicators.Extraction.Concepts;
using ServerlessIct.Indicators.Extraction.Context;
using ServerlessIct.Indicators.Extraction.Explaining;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Quantities;
using ServerlessIct.Indicators.Extraction.Structure;
using ServerlessIct.Indicators.Extraction.Text;
using ServerlessIct.Indicators.Places;

namespace ServerlessIct.Indicators.Extraction;

/// <summary>Reads the sentences of a document in order, carrying what one leaves in force for the next.</summary>
sealed class SentenceReader
{
    readonly Language language;
    readonly string text;
    readonly Token[] tokens;
    readonly Desk desk;
    readonly List<TermHit> hits;
    readonly NumberTerms terms;
    readonly Func<Piece, bool> isAnd;
    readonly DocumentTree tree;
    readonly PlaceResolver places;
    readonly PeriodResolver periods;
    readonly KindResolver kinds;
    readonly FigureHolder holders;
    readonly PageFurniture furniture;
    readonly PieceReader pieces;
    readonly RoleReader roles;
    readonly IndicatorFinder indicators;
    readonly SubjectLabel labels;
    readonly Topic topic;
    readonly Continuation continuation;
    readonly Trace? trace;
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
        var headings = new HeadingReader(language, tokenized, new PlaceScanner(language, text, tokenized, context.Province), context.Period);
        tree = new DocumentTree(language, text, tokenized, desk.Sentences, headings);
        periods = new PeriodResolver(language, tokenized, context);
        kinds = new KindResolver(tokenized, context);
        places = new PlaceResolver(language, text, tokenized, context.Province);
        this.trace = trace;
        holders = new FigureHolder(language, text, tokenized, context.Province);
        furniture = new PageFurniture(language, tokenized);
        pieces = new PieceReader(language, tokenized, desk, trace);
        roles = new RoleReader(language.Words, tokenized.Folded, tokens);
        var concepts = new ConceptFinder(language.Cues);
        topic = new Topic(language, text, tokens, concepts);
        indicators = new IndicatorFinder(concepts, topic, terms, hits, tokens, isAnd);
        labels = new SubjectLabel(text, tokens);
        continuation = new Continuation(topic, observations);
    }

    /// <summary>What the text says that was not believed.</summary>
    public IReadOnlyList<ReadingNote> Notes => periods.Notes;

    /// <summary>Adds what the sentences state to the observations on the desk.</summary>
    public void Read()
    {
        for (var s = 0; s < desk.Sentences.Count; s++)
        {
            var sentence = desk.Sentences[s];
            var node = tree.Enter(s);
            if (tokens[sentence.First].Kind != TokenKind.Break) periods.Enter(node, sentence);
            if (furniture.Covers(sentence)) trace?.Beside(sentence, text, tokens);
            else Read(sentence, node);
        }
    }

    void Read(Sentence at, Node node)
    {
        desk.ClearSentence();
        firstOfSentence = observations.Count;
        places.Enter(node, at.First, at.End);
        language.Cues.Hits(tokens, at.First, at.End, hits);
        if (at.HasNumber || language.Numerals.MayState(tokens.AsSpan(at.First, at.End - at.First)))
        {
            var sentence = pieces.Read(at.First, at.End, periods.Year, periods.Month);
            trace?.Sentence(at, sentence, text, tokens);
            roles.Read(sentence);
            PeriodsInTurn.Assign(sentence, isAnd);
            var statements = StatementReader.Read(sentence, isAnd, desk.Statements);
            bases.Carry(sentence, announces: tokens[LastToken(at)].Is(':'));
            periods.Open(sentence);
            kinds.Open(node, sentence);
            indicators.Begin();
            continuation.Begin(at.Paragraph);
            foreach (var statement in statements) Add(at, sentence, statement);
        }
        else
        {
            trace?.Sentence(at, null, text, tokens);
        }

        places.Leave(at.First, observations.Count > firstOfSentence);
        terms.Leave(hits);
    }

    void Add(Sentence at, SentencePieces sentence, Statement statement)
    {
        var anchor = statement.Anchor;
        var level = statement.Level;
        if (level is null && statement.Comparisons.TrueForAll(c => c.Role == Role.PlanLevel)) return;
        var of = periods.Of(anchor, statement.Comparisons);
        var kind = kinds.Of(anchor, periods.Named, of);
        var unit = level is null ? (Unit?)null : level.Unit ?? Unit.Count;
        var words = StatementWords.Of(sentence, statement);
        var place = places.Of(words.Subject, words.Noun, unit == Unit.Rank, sentence.IsPart(anchor));
        var placed = place is not null and not Gazetteer.Country;
        var found = indicators.Find(sentence, statement, words, unit, placed);
        // The other year's value is of what its neighbour is of.
        var compared = level?.LevelOf is not null && observations.Count > firstOfSentence && observations[^1].Unit == unit ? observations[^1] : null;
        var indicator = Catalogued(found?.Cue.Indicator ?? topic.For(unit, words.Subject, words.Noun, placed, terms), at, sentence, anchor, words, of);
        if (found is null && indicator is not null && unit == Unit.Percent && !periods.IsNamed) of = topic.PeriodOfShare(at.Paragraph) ?? of;
        indicator = Counted(indicator, at, sentence, level, words.Noun.First, placed);
        topic.Note(unit, indicator, words.Subject, at.Paragraph, of);
        if (unit == Unit.Score && indicator?.Unit == Unit.Count) unit = Unit.Count;
        var named = PointsBack(sentence, statement, place) ? observations[^1] : null;
        // Con số này là 5,9 triệu: of whatever the number before it counted.
        if (level is { HasNoUnit: true } && named?.Unit == Unit.Count) unit = Unit.Count;
        var comparisons = StatedComparisons.Of(statement, unit, of);
        if (named is not null && level is null)
        {
            observations[^1] = named with { Comparisons = [.. named.Comparisons, .. comparisons] };
            trace?.Stated(statement, observations.Count - 1, comparisons, Trace.PointsBack);
            return;
        }

        var goneOn = named ?? (indicator is null ? continuation.Of(sentence, statement, unit, words.Subject, elsewhere: place is not null) : null);
        var last = statement.Comparisons.Count > 0 && level is null ? statement.Comparisons[0].End : anchor.End;
        observations.Add(new Observation
        {
            Indicator = compared is not null ? compared.Indicator : goneOn is not null && (unit is null || goneOn.Unit == unit) ? goneOn.Indicator : indicator?.Code,
            Label = named?.Label ?? labels.Of(statement, words),
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

    /// <summary>The indicator that the words name, unless the figure is of a district, of a company, or a part of what has it already.</summary>
    Catalogue.Indicator? Catalogued(Catalogue.Indicator? named, Sentence at, SentencePieces sentence, Quantity anchor, StatementWords words, Period? of)
    {
        if (named is null || places.IsOfPart || holders.IsCompany((at.Paragraph, at.First), words.Subject, anchor.First)) return null;
        return IsPartOfWhole(sentence, anchor, named, of) ? null : named;
    }

    /// <summary><c>còn 233 thôn chưa có sóng. Sơn La 37 thôn, Lai Châu 22 thôn</c>: of other places, the same word counts the same.</summary>
    Catalogue.Indicator? Counted(Catalogue.Indicator? indicator, Sentence at, SentencePieces sentence, Quantity? level, int noun, bool placed)
    {
        if (level is not { Unit: null } || !sentence.Counts(level)) return indicator;
        if (indicator is null && placed && lastCounted.Paragraph == at.Paragraph && lastCounted.Word == tokens[noun].Word && sentence.Parts(level.NounFirst + 1)) indicator = lastCounted.Of;
        if (indicator is not null) lastCounted = (indicator, tokens[noun].Word, at.Paragraph);
        return indicator;
    }

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

    bool IsAnd(Piece piece) => piece.Is(Sense.Function) && piece.In(text, tokens) is "và";

    int LastToken(Sentence sentence)
    {
        var last = sentence.End - 1;
        while (last > sentence.First && tokens[last].Kind == TokenKind.Break) last--;
        return last;
    }
}
