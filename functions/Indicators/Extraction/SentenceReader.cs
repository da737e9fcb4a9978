using ServerlessIct.Indicators.Extraction.Comparisons;
using ServerlessIct.Indicators.Extraction.Concepts;
using ServerlessIct.Indicators.Extraction.Context;
using ServerlessIct.Indicators.Extraction.Explaining;
using ServerlessIct.Indicators.Extraction.LanguageData;
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
    readonly ExtractionBuffers buffers;
    readonly List<TermHit> hits;
    readonly Func<Chunk, bool> isAnd;
    readonly Func<Chunk, int> firstWord;
    readonly DocumentTree tree;
    readonly PlaceResolver places;
    readonly PeriodResolver periods;
    readonly KindResolver kinds;
    readonly FigureHolder holders;
    readonly Boilerplate boilerplate;
    readonly ChunkReader chunks;
    readonly RoleReader roles;
    readonly EvidenceReader evidence;
    readonly CueScorer scorer;
    readonly SubjectForms forms;
    readonly Antecedents antecedents;
    readonly AntecedentFinder finder;
    readonly bool countsMachines;

    /// <summary>The heads that name numbers of the sentence, with the period, kind and place of these.</summary>
    readonly List<(TermHit Head, Period? Of, Kind Kind, string? Place)> claimed = [];
    readonly List<TermHit> claimedHere = [];
    readonly SubjectLabel labels;
    readonly Trace? trace;
    int firstOfSentence;

    /// <summary>The paragraph whose sentence before counts what was added; -1 where it does not.</summary>
    int addedIn = -1;
    int sentenceNumber;

    /// <summary>Whether a figure of the sentence, of another place, goes on with one before it.</summary>
    bool goesOnHere;

    /// <summary>Whether the last figure of the sentence is a company's; what follows in brackets or behind <c>trong đó</c> then is too.</summary>
    bool ofCompany;
    readonly BasisCarrier bases = new();
    readonly List<Observation> observations;

    /// <param name="language">The language data.</param>
    /// <param name="text">The text in NFC.</param>
    /// <param name="tokenized">The same, folded, with its tokens.</param>
    /// <param name="buffers">What the reading works with, and the sentences.</param>
    /// <param name="context">The document's place and period.</param>
    /// <param name="trace">Notes what becomes of each number; null to read only.</param>
    public SentenceReader(Language language, string text, TokenizedText tokenized, ExtractionBuffers buffers, DocumentContext context, Trace? trace)
    {
        this.language = language;
        this.text = text;
        tokens = tokenized.Tokens;
        this.buffers = buffers;
        (hits, observations, antecedents) = (buffers.Hits, buffers.Observations, buffers.Antecedents);
        isAnd = IsAnd;
        firstWord = chunk => tokens[chunk.First].Word;
        var headings = new HeadingReader(language, text, tokenized, new PlaceScanner(language, text, tokenized, context.Province), context.Period);
        tree = new DocumentTree(language, text, tokenized, buffers.Sentences, buffers.Nodes, headings);
        periods = new PeriodResolver(language, tokenized, context);
        kinds = new KindResolver(language, tokenized, context);
        places = new PlaceResolver(language, text, tokenized, context.Province);
        this.trace = trace;
        holders = new FigureHolder(language, text, tokenized, context.Province);
        boilerplate = new Boilerplate(language, tokenized);
        chunks = new ChunkReader(language, tokenized, buffers.Chunks, buffers.Quantities, trace);
        roles = new RoleReader(language, tokenized.Folded, tokens);
        scorer = new CueScorer(language);
        countsMachines = language.Cues.Words.CountsMachines(tokenized.TokenSpan);
        forms = new SubjectForms(language, text, tokens);
        finder = new AntecedentFinder(antecedents, forms, tokens);
        evidence = new EvidenceReader(language, hits, forms, tokens, isAnd);
        labels = new SubjectLabel(text, tokens);
    }

    /// <summary>What the text says that was not believed.</summary>
    public IReadOnlyList<ExtractionNote> Notes => periods.Notes;

    /// <summary>Adds what the sentences state to the observations.</summary>
    public void Read()
    {
        for (var s = 0; s < buffers.Sentences.Count; s++)
        {
            var sentence = buffers.Sentences[s];
            var node = tree.Enter(s);
            if (tokens[sentence.First].Kind != TokenKind.Break) periods.Enter(node, sentence);
            kinds.Enter(node, sentence.First, sentence.End);
            if (language.Can(Abilities.Boilerplate) && boilerplate.Covers(sentence)) trace?.Beside(sentence, text, tokens);
            else Read(sentence, node);
        }
    }

    void Read(Sentence at, Node node)
    {
        buffers.ClearSentence();
        firstOfSentence = observations.Count;
        places.Enter(node, at.First, at.End);
        language.Cues.Hits(tokens, at.First, at.End, hits, countsMachines);
        if (at.HasNumber || language.Numerals.MayState(tokens.AsSpan(at.First, at.End - at.First)))
        {
            var sentence = chunks.Read(at.First, at.End, periods.Year, periods.Month, periods.YearOfDocument);
            trace?.Sentence(at, sentence, text, tokens);
            roles.Read(sentence);
            CarryAdded(sentence, at.Paragraph);
            if (language.Can(Abilities.PeriodsInTurn)) PeriodsInTurn.Assign(sentence, isAnd);
            BasesInTurn.Assign(sentence, isAnd);
            var statements = StatementReader.Read(sentence, isAnd, firstWord, buffers.Statements);
            ShownBases.Assign(sentence, statements);
            if (language.Can(Abilities.BasisCarried)) bases.Carry(sentence, node, sentence.IsOfWhich || IsApart(sentence));
            periods.Open(sentence);
            kinds.Open(node, sentence);
            evidence.Begin(at.Paragraph);
            claimed.Clear();
            goesOnHere = ofCompany = false;
            sentenceNumber++;
            foreach (var statement in statements) Add(at, node, sentence, statement);
        }
        else
        {
            trace?.Sentence(at, null, text, tokens);
        }

        places.Leave(at.First, observations.Count > firstOfSentence);
        if (observations.Count == firstOfSentence && IndexNamed() is { } index) antecedents.Speak(index, at.Paragraph, at.First);
        evidence.Leave(at.Paragraph, observations.Count > firstOfSentence);
    }

    /// <summary><c>Phát triển mới 42,3 nghìn thuê bao. Trong đó, 39,1 nghìn thuê bao di động</c>: parts of what was added were added too.</summary>
    void CarryAdded(ChunkedSentence sentence, int paragraph)
    {
        if (sentence.IsOfWhich && addedIn == paragraph)
        {
            foreach (var part in sentence.Quantities)
                part.Added |= part is { Role: Role.Level, Unit: null };
            return;
        }

        addedIn = sentence.Quantities.Find(q => q is { Role: Role.Level, Unit: null }) is { Added: true } ? paragraph : -1;
    }

    /// <summary>The index of the catalogue that a sentence without figures names; null for none.</summary>
    Catalogue.Indicator? IndexNamed()
    {
        foreach (var hit in hits)
            foreach (var cue in language.Cues.Headed(hit.Term))
                if (cue.Parts.Length == 1 && (cue.Unit == Unit.Rank || cue.Unit == Unit.Score)) return cue.Indicator;
        return null;
    }

    /// <summary>Whether a subject names something by a term of a cue; <c>tỷ lệ</c> alone names nothing.</summary>
    bool HasTerms((int First, int End) subject)
    {
        var named = forms.OwnWords(subject);
        for (var i = named.Any ? FirstHit(subject.First) : hits.Count; i < hits.Count && hits[i].First < subject.End; i++)
            if (hits[i].End <= subject.End && named.Without(new Evidence(hits[i], Zone.Subject)) != named) return true;
        return false;
    }

    /// <summary>The first of the sentence's terms that does not begin before a token.</summary>
    int FirstHit(int token)
    {
        var (low, high) = (0, hits.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (hits[middle].First < token) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    void Add(Sentence at, Node node, ChunkedSentence sentence, Statement statement)
    {
        var anchor = statement.Anchor;
        var level = statement.Level;
        if (level is null && statement.Comparisons.TrueForAll(c => c.Role == Role.PlanLevel)) return;
        var of = periods.Of(anchor, statement.Comparisons);
        var kind = kinds.Of(anchor, periods.Named, of);
        var unit = level is null ? (Unit?)null : level.Unit ?? Unit.Count;
        var words = StatementWords.Of(sentence, statement);
        var place = places.Of(words.Subject, words.Noun, unit == Unit.Rank, unit == Unit.Count, sentence.IsPart(anchor));
        var form = forms.Of(sentence, statement.Subject, words.Subject, placed: places.IsNamed, HasTerms(words.Subject));
        form = finder.Refine(form, unit, ref words, sentence, statement, pointsBack: level is null && PointsBack(at));
        var antecedent = level is { LevelOf: not null } ? Compared(unit) : finder.Find(form, unit, words, sentence, statement, (at.Paragraph, sentenceNumber), elsewhere: place is not null, goesOnHere);
        var number = evidence.Read(sentence, statement, words, unit, form, antecedent?.At ?? -1, node);
        var claims = ClaimedBy(of, kind, place);
        var choice = scorer.Choose(number, evidence.Found, claims, mayGoOn: antecedent is not null);
        var earlier = antecedent.GetValueOrDefault();
        var goesOn = antecedent is not null && (level is { LevelOf: not null } || choice.GoesOn);
        goesOnHere |= goesOn && form == SubjectForm.Place;
        if (goesOn && level is not { LevelOf: not null } && !periods.IsNamed && form == SubjectForm.Place && earlier.Paragraph == at.Paragraph) of = earlier.Of ?? of;
        var indicator = goesOn ? Antecedents.InUnit(earlier.Indicator, unit) : choice.Best?.Cue.Indicator;
        if (indicator is null && form is SubjectForm.Empty or SubjectForm.Content) indicator = ShareOfCounted(unit, sentence, statement, words, of);
        indicator = Catalogued(indicator, at, sentence, anchor, words, of);
        if (unit == Unit.Score && indicator?.Unit == Unit.Count) unit = Unit.Count;
        var back = form == SubjectForm.Pronoun && goesOn ? observations[earlier.Observation] : null;
        // Con số này là 5,9 triệu: of whatever the number before it counted.
        if (level is { HasNoUnit: true } && back?.Unit == Unit.Count) unit = Unit.Count;
        var comparisons = StatedComparisons.Of(statement, unit, of);
        if (back is not null && level is null)
        {
            observations[earlier.Observation] = back with { Comparisons = [.. back.Comparisons, .. comparisons] };
            trace?.Stated(statement, earlier.Observation, comparisons, Trace.PointsBack);
            return;
        }

        if (!goesOn && choice.Best is { } best && level is not null && statement.Head == default && language.Can(Abilities.Claims)) claimed.Add((best.Head, of, kind, place));
        if (language.Can(Abilities.Antecedents))
        {
            var isIndex = (unit == Unit.Score || unit == Unit.Rank) && (indicator is not null || forms.NamesAnIndex(words.Subject));
            antecedents.Note(new Antecedent(observations.Count, indicator, unit, number.Counted > 0 ? words.Noun : default, at.Paragraph, sentenceNumber, of, choice.Best is not null || (form == SubjectForm.Content && (number.NamesBehind || forms.NamesAMeasure(words.Subject))), anchor.First), isIndex, indicator is null && IsOfAPart(sentence, anchor));
        }

        var last = statement.Comparisons.Count > 0 && level is null ? statement.Comparisons[0].End : anchor.End;
        observations.Add(new Observation
        {
            Indicator = indicator?.Code,
            Label = back?.Label ?? labels.Of(statement, words),
            Value = level?.Value,
            Unit = unit,
            Total = level?.Total,
            Period = of,
            Kind = kind,
            Qualifier = anchor.Qualifier,
            Province = place,
            Comparisons = comparisons,
            Source = new SourceSpan(tokens[anchor.First].Start, tokens[last - 1].End),
            Sentence = new SourceSpan(tokens[at.First].Start, tokens[LastToken(at)].End),
        });
        if (trace is null) return;
        trace.Stated(statement, observations.Count - 1, comparisons, goesOn ? Trace.PointsBack : Trace.Naming(choice.Best, indicator, text, tokens));
        trace.Decided(anchor, scorer.Rank(number, evidence.Found, claims, antecedent is null ? null : Antecedents.InUnit(earlier.Indicator, unit)).Decide(indicator));
    }

    /// <summary><c>So với năm 2022 tăng 12%.</c>: a sentence that tells no more than a change tells that of the figure just before it.</summary>
    bool PointsBack(Sentence at) => observations.Count == firstOfSentence && antecedents.Last is { } last && last.Paragraph == at.Paragraph && last.Sentence == sentenceNumber - 1;

    /// <summary>The other year's value is of what its neighbour is of.</summary>
    Antecedent? Compared(Unit? unit) => observations.Count > firstOfSentence && observations[^1].Unit == unit ? antecedents.Last : null;

    /// <summary>The heads that name other numbers of the sentence in the same place and time.</summary>
    List<TermHit> ClaimedBy(Period? of, Kind kind, string? place)
    {
        claimedHere.Clear();
        foreach (var (head, period, sort, where) in claimed)
            if (period == of && sort == kind && where == place) claimedHere.Add(head);
        return claimedHere;
    }

    /// <summary>The indicator that the words name, unless the figure is of a district, of a company, or a part of what has it already.</summary>
    Catalogue.Indicator? Catalogued(Catalogue.Indicator? named, Sentence at, ChunkedSentence sentence, Quantity anchor, StatementWords words, Period? of)
    {
        if (named is null || !language.Can(Abilities.OwnersOfFigures)) return named;
        var goesOn = ofCompany && (sentence.IsBracketed(anchor) || sentence.IsPart(anchor));
        ofCompany = goesOn || holders.IsCompany((at.Paragraph, at.First), words.Subject, anchor.First);
        if (places.IsOfPart || ofCompany) return null;
        return IsPartOfWhole(sentence, anchor, named, of) ? null : named;
    }

    /// <summary><c>tiếp nhận 46.205 hồ sơ trực tuyến, chiếm 27,3%</c>: the share of all that the count before it makes; null where the share names anything.</summary>
    Catalogue.Indicator? ShareOfCounted(Unit? unit, ChunkedSentence sentence, Statement statement, StatementWords words, Period? of)
    {
        if (unit != Unit.Percent || statement.Level is not { } level || observations.Count == firstOfSentence) return null;
        if (observations[^1] is not { Unit: { } counts, Indicator: { } counted } before || counts != Unit.Count || before.Period != of) return null;
        if (statement.OwnSubject && forms.OwnWords(words.Subject).Any) return null;
        if (sentence[level.NounFirst].Kind == ChunkKind.Word && !sentence[level.NounFirst].Is(PhraseTag.Total)) return null;
        return Catalogue.IndicatorCatalogue.Default.Find(counted)?.Share is { } share ? Catalogue.IndicatorCatalogue.Default.Find(share) : null;
    }

    /// <summary>Whether a figure is of a district, a body or another part of what was spoken of, and is not what is spoken of from here on.</summary>
    bool IsOfAPart(ChunkedSentence sentence, Quantity anchor) => places.IsOfPart || sentence.IsPart(anchor) || sentence.IsBracketed(anchor);

    /// <summary><c>17 cuộc thanh tra (9 cuộc đột xuất)</c>, <c>171 điểm, trong đó 28 bưu cục</c>: a part is not the whole again.</summary>
    bool IsPartOfWhole(ChunkedSentence sentence, Quantity quantity, Catalogue.Indicator indicator, Period? of)
    {
        if (quantity is not { Role: Role.Level, Unit: null } || !(sentence.IsPart(quantity) || sentence.IsBracketed(quantity))) return false;
        for (var i = firstOfSentence; i < observations.Count; i++)
            if (observations[i].Indicator == indicator.Code && observations[i].Period == of && observations[i].Value > quantity.Value) return true;
        return false;
    }

    /// <summary><c>Riêng bưu chính tăng 9%</c>: told of a part, as the sentence before told it of the whole.</summary>
    bool IsApart(ChunkedSentence sentence) => sentence[0].Word(tokens) == language.Words.Apart;

    bool IsAnd(Chunk chunk) => chunk.Is(PhraseTag.Function) && chunk.Word(tokens) == language.Words.And;

    int LastToken(Sentence sentence)
    {
        var last = sentence.End - 1;
        while (last > sentence.First && tokens[last].Kind == TokenKind.Break) last--;
        return last;
    }
}
