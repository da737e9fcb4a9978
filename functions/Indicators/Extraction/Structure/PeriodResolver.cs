using ServerlessIct.Indicators.Extraction.Comparisons;
using ServerlessIct.Indicators.Extraction.Context;
using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Periods;
using ServerlessIct.Indicators.Extraction.Quantities;
using ServerlessIct.Indicators.Extraction.Text;

namespace ServerlessIct.Indicators.Extraction.Structure;

/// <summary>Tells of which period a figure is: the one its own words name, else the one in force around it.</summary>
sealed class PeriodResolver(Language language, TokenizedText tokenized, DocumentContext context)
{
    readonly List<ExtractionNote> notes = [];
    readonly Period? document = context.Period;
    readonly Token[] tokens = tokenized.Tokens;
    Node node = new();
    Node? paragraph;
    Period? date;
    ChunkedSentence? sentence;

    /// <summary>The year named last before the sentence, and in it.</summary>
    Period? yearBefore, yearHere;

    /// <summary>The span of years named last.</summary>
    Period? span;

    /// <summary>The first token of the sentence whose period is in force.</summary>
    int opened;

    /// <summary>The period of the figure before, and in a sentence that opens with <c>Trong đó</c> that of the whole.</summary>
    Period? last, ofWhole;

    /// <summary>The period of the figure before in the same sentence.</summary>
    Period? lastHere;

    /// <summary>The year that an index of the paragraph is named for, and what else than scores and ranks it is told in.</summary>
    Period? index;
    Unit? indexUnit;

    /// <summary>What was not believed.</summary>
    public IReadOnlyList<ExtractionNote> Notes => notes;

    /// <summary>The period of what a sentence leaves without one.</summary>
    public Period? InForce => (language.Can(Abilities.PeriodAttachment) ? node.InForce(n => n.Period)?.Value : null) ?? document;

    /// <summary>The year in force, for periods that do not say theirs; 0 for none.</summary>
    public int Year => InForce?.Year ?? 0;

    /// <summary>The year of the document; 0 for none.</summary>
    public int YearOfDocument => document?.FinalYear ?? 0;

    /// <summary>The month with which the period in force ends, where it is shorter than a year; 0 for none.</summary>
    public int Month => InForce is { Kind: PeriodKind.Month or PeriodKind.FirstMonths or PeriodKind.Half or PeriodKind.Quarter } seen ? seen.EndMonth - (seen.Year * 12) + 12 : 0;

    /// <summary>Whether the sentence of the figure before names its period.</summary>
    public bool IsNamed => Named.Period is not null;

    /// <summary>The period that the sentence of the figure before names for it, and where.</summary>
    public NamedPeriod Named { get; private set; } = NamedPeriod.None;

    PeriodFrame Frame => new(document, InForce, date, yearBefore, span, lastHere);

    /// <summary>Comes to the next sentence.</summary>
    public void Enter(Node next, Sentence at)
    {
        node = next;
        if (next.Parent == paragraph) return;
        // Trong khi đó, …: the paragraph goes on in the time of the one before.
        if (paragraph?.Period is { } goesOn && language.Themes.At(tokens.AsSpan(0, at.End), at.First, out _) == Theme.Continues) next.Parent!.Period = goesOn;
        (paragraph, index) = (next.Parent, null);
    }

    /// <summary>Takes in the chunks of the sentence; the period that it opens with holds for its paragraph.</summary>
    public void Open(ChunkedSentence chunks)
    {
        sentence = chunks;
        lastHere = null;
        yearBefore = yearHere;
        foreach (var chunk in chunks.Chunks)
        {
            if (chunk.Period is not { Reference: PeriodReference.Named, Period: { } named }) continue;
            if (named.Kind == PeriodKind.Year) yearHere = named;
            if (named.Kind == PeriodKind.Span && !language.PeriodSurroundings.IsCompared(tokens, chunk.First)) span = named;
        }

        ofWhole = chunks.IsOfWhich ? last : null;
        var opening = new PeriodAttachment(chunks, Frame).Opening();
        if (opening.Period is not { } period || !IsBelieved(opening, period) || IsAimAside(opening, FirstQuantity())) return;
        if (period != InForce && period.Kind == PeriodKind.Year && IsOfIndex(opening.Chunk))
            (index, indexUnit) = (period, chunks.Quantities.Find(q => q.Role == Role.Level)?.Unit);
        else
            (opened, index) = (State(period, opening.Chunk), null);
    }

    /// <summary>States a period for the paragraph; returns the first token of the sentence that does.</summary>
    int State(Period period, int chunk)
    {
        var words = chunk >= 0 ? (sentence![chunk].First, sentence[chunk].End) : (sentence![0].First, sentence[0].First);
        paragraph!.Period = new Stated<Period>(period, words.Item1, words.Item2);
        return sentence[0].First;
    }

    /// <summary><c>Chỉ số DTI năm 2022 của tỉnh</c>: the year is the index's, and not that of what else the paragraph tells.</summary>
    bool IsOfIndex(int chunk)
    {
        var end = sentence![chunk].First;
        for (var i = end - 1; i >= sentence[0].First && !tokens[i].Is(','); i--)
            if (language.Words.Indices.BeginAt(tokens.AsSpan(0, end), i)) return true;
        return false;
    }

    /// <summary>The year of the paragraph's index, for what indices are told in and for what is called one.</summary>
    Period? OfIndex(Quantity quantity)
    {
        if (index is null || quantity.Unit is not { } unit) return null;
        if (unit == Unit.Score || unit == Unit.Rank || unit == indexUnit) return index;
        var (from, to) = quantity.Subject;
        return to > from && IsOfIndex(to) ? index : null;
    }

    /// <summary>The period of a figure; null where neither text nor document says.</summary>
    /// <param name="quantity">The figure.</param>
    /// <param name="compared">What is told with what it is compared with.</param>
    public Period? Of(Quantity quantity, List<Quantity> compared)
    {
        if (quantity.LevelOf is { Period: { } basis }) return BasisResolver.PeriodOf(basis, lastHere ?? InForce);
        var named = new PeriodAttachment(sentence!, Frame).For(quantity);
        if (named.Period is { } period && !IsBelieved(named, period, quantity))
        {
            Note(named, period);
            named = NamedPeriod.None;
        }

        if (IsTaskAside(named) || IsAimAside(named, quantity.Chunk)) named = NamedPeriod.None;
        Named = named;
        if (named.Period is { Kind: PeriodKind.Day }) date = named.Period;
        var of = last = lastHere = named.Period ?? ofWhole ?? OfIndex(quantity) ?? LikeForLike(compared) ?? (IsAimAside(new NamedPeriod(InForce, -1), quantity.Chunk) ? document : InForce);
        if (named.Period is { } own && quantity.Role == Role.Level) Return(own);
        // Tổ của chị là một trong 1.350 tổ có được tính đến hết tháng 9/2023: the paragraph goes on with that state, where it has no time as yet.
        if (named is { Chunk: > 0, Period: { } state } && named.Chunk > quantity.Chunk && quantity.Role == Role.Level && paragraph!.Period is null && sentence![named.Chunk - 1].Is(PhraseTag.AsOf)) State(state, named.Chunk);
        // Tháng 10 đạt …; tính chung 10 tháng đạt …: the paragraph goes on with the sum.
        if (named is { Chunk: > 0, Period: { } sum } && sentence![named.Chunk - 1].Is(PhraseTag.Cumulative) && quantity.Role == Role.Level) State(sum, named.Chunk);
        return of;
    }

    /// <summary>What is compared with the first seven months of the year before is of seven months, whatever is in force.</summary>
    Period? LikeForLike(List<Quantity> compared)
    {
        if (InForce is not { } seen) return null;
        foreach (var comparison in compared)
            if (comparison.Basis?.Period is { Reference: PeriodReference.Named, HasYear: true, Period: { } basis } && basis.Year + 1 == seen.Year && seen.Kind != basis.Kind
                && (basis.Kind == PeriodKind.FirstMonths || basis is { Kind: PeriodKind.Half, Part: 1 })) return basis.AddYears(1);
        return null;
    }

    /// <summary>A paragraph that began with an earlier time, <c>Ngày thành lập năm 2008, …</c>, comes back to the year that is reported on.</summary>
    void Return(Period own)
    {
        if (paragraph?.Period is not { Value: var earlier } || document is not { } reported || own.Kind != PeriodKind.Year || own.Year != reported.FinalYear) return;
        if (earlier.Kind == PeriodKind.Span || (earlier.FinalYear < own.Year && opened != sentence![0].First)) State(own, Named.Chunk);
    }

    /// <summary><c>Tại hội nghị tổng kết năm 2019, triển khai nhiệm vụ năm 2020, …</c>: the tasks name the meeting, and no figure's year.</summary>
    bool IsTaskAside(NamedPeriod named)
    {
        if (named is not { Chunk: > 2, Period: { Kind: PeriodKind.Year } year } || InForce is not { } told || told.Year != year.Year - 1) return false;
        var before = sentence![named.Chunk].First;
        for (var i = before - 1; i >= Math.Max(sentence[0].First, before - 3); i--)
            if (language.Themes.At(tokens.AsSpan(0, before), i, out _) == Theme.Task) return HasPeriodBefore(named.Chunk);
        return false;
    }

    /// <summary><c>Nhằm đạt mục tiêu vào năm 2025, tỉnh đã tập huấn 1.200 cán bộ</c>: what was done was not done in the time that the aim is for.</summary>
    bool IsAimAside(NamedPeriod named, int quantity)
    {
        if (named is not { Period: { Kind: PeriodKind.Year or PeriodKind.Span } aim } || document is not { } reported || aim.FinalYear <= reported.FinalYear) return false;
        for (var i = Math.Max(0, named.Chunk); i < quantity && !sentence![i].Is(';'); i++)
            if (sentence[i].Kind == ChunkKind.Phrase && sentence[i].Is(language.KindWords.Done, tokens)) return true;
        return false;
    }

    int FirstQuantity() => sentence!.Quantities.Find(q => q.Role != Role.None)?.Chunk ?? 0;

    bool HasPeriodBefore(int chunk)
    {
        while (--chunk >= 0)
            if (sentence![chunk].Period is not null) return true;
        return false;
    }

    /// <summary>A year more than one after the document's is believed only of a wish, a plan or a forecast; else it is a slip of the pen.</summary>
    bool IsBelieved(NamedPeriod named, Period period, Quantity? quantity = null)
    {
        if (document is not { } reported || period.Year <= reported.FinalYear + 1 || named.Chunk < 0 || period.Kind == PeriodKind.Span) return true;
        if (node.InForce(n => n.Kind) is { Value: Kind.Target } || sentence![named.Chunk].Period is not { UpTo: false } || quantity is { Forecast: true }) return true;
        for (var i = 0; i < sentence.Chunks.Count; i++)
            if (sentence[i].Kind == ChunkKind.Phrase && (sentence[i].Tag is PhraseTag.Goal or PhraseTag.Plan or PhraseTag.Forecast || language.Words.Later.Contains(tokens[sentence[i].First].Word))) return true;
        return false;
    }

    void Note(NamedPeriod named, Period period)
    {
        var at = sentence![named.Chunk];
        var source = new SourceSpan(tokens[at.First].Start, tokens[at.End - 1].End);
        if (notes.Count > 0 && notes[^1].Source == source) return;
        notes.Add(new ExtractionNote($"{period} comes long after the period of the document ({document}) and is not said to be planned: taken for a slip and not believed.", source));
    }
}
