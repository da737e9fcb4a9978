using System.Runtime.InteropServices;
using ServerlessIct.Indicators.Extraction.LanguageData;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>The chunks of one sentence with its quantities in order.</summary>
sealed class ChunkedSentence
{
    static readonly Chunk PastEnd;

    /// <summary>The chunks that are opening and closing brackets, in order.</summary>
    readonly List<int> openings = [], closings = [];

    /// <summary>The bit of each tag that a phrase of the sentence has.</summary>
    ulong tags;

    /// <summary>What announces a list has rarely more chunks.</summary>
    const int AnnouncementReach = 30;

    public List<Chunk> Chunks { get; } = [];

    public List<Quantity> Quantities { get; } = [];

    /// <summary>Bases that stand before what is compared, each with the chunk that ends it.</summary>
    public List<(int Chunk, BasisMention Basis)> LeadingBases { get; } = [];

    /// <summary>How many periods the sentence names.</summary>
    public int Periods { get; private set; }

    /// <summary>Whether any phrase of the sentence has a tag.</summary>
    public bool Has(PhraseTag tag) => (tags >> (int)tag & 1) != 0;

    /// <summary>Whether the sentence goes on with what the one before it compared: <c>Trong đó</c>.</summary>
    public bool IsOfWhich => Chunks.Count > 0 && Chunks[0].Is(PhraseTag.OfWhich);

    /// <summary>Whether <c>trong đó</c> stands before a quantity in its clause.</summary>
    public bool IsPart(Quantity quantity)
    {
        if (!Has(PhraseTag.OfWhich)) return false;
        if (this[quantity.Chunk + 1].Is(PhraseTag.OfWhich)) return true;
        for (var i = quantity.Lead - 1; i >= 0 && !Chunks[i].Is(';'); i--)
            if (Chunks[i].Is(PhraseTag.OfWhich)) return true;
        return false;
    }

    /// <summary>Whether a number stands in brackets.</summary>
    public bool IsBracketed(Quantity quantity)
    {
        if (openings.Count == 0) return false;
        for (var i = quantity.Chunk - 1; i >= 0 && !Chunks[i].Is(')'); i--)
            if (Chunks[i].Is('(')) return true;
        return false;
    }

    /// <summary>A chunk; one of no kind past either end. It stays where it is only until another is added.</summary>
    public ref readonly Chunk this[int i]
    {
        get
        {
            var chunks = CollectionsMarshal.AsSpan(Chunks);
            return ref (uint)i < (uint)chunks.Length ? ref chunks[i] : ref PastEnd;
        }
    }

    /// <summary>Adds the next chunk, and its quantity where it is one.</summary>
    public void Add(in Chunk chunk)
    {
        if (chunk.Quantity is { } quantity)
        {
            quantity.Chunk = quantity.Lead = Chunks.Count;
            Quantities.Add(quantity);
        }

        if (chunk.Kind == ChunkKind.Phrase) tags |= 1UL << (int)chunk.Tag;
        if (chunk.Kind == ChunkKind.Period) Periods++;
        if (chunk.Is('(')) openings.Add(Chunks.Count);
        if (chunk.Is(')')) closings.Add(Chunks.Count);
        Chunks.Add(chunk);
    }

    public void Clear()
    {
        Chunks.Clear();
        Quantities.Clear();
        LeadingBases.Clear();
        openings.Clear();
        closings.Clear();
        (tags, Periods) = (0, 0);
    }

    /// <summary>Whether a number counts a noun of its own.</summary>
    public bool Counts(Quantity quantity) =>
        quantity.Unit is null && quantity.NounFirst == quantity.Chunk + 1 && (this[quantity.NounFirst].Kind == ChunkKind.Word || this[quantity.NounFirst].Is(PhraseTag.Ordinal));

    /// <summary>The place of a quantity among those of the sentence, which are in the order of their chunks.</summary>
    public int Number(Quantity quantity)
    {
        var (low, high) = (0, Quantities.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Quantities[middle].Chunk < quantity.Chunk) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>The last bracket that opens before a chunk; -1 for none.</summary>
    public int Opening(int close) => FirstFrom(openings, close) is > 0 and var next ? openings[next - 1] : -1;

    /// <summary>The first bracket that closes behind a chunk; past the end for none.</summary>
    public int Closing(int open) => FirstFrom(closings, open + 1) is var next && next < closings.Count ? closings[next] : Chunks.Count;

    /// <summary>The colon before a chunk, behind which a list stands; 0 for none.</summary>
    public int Colon(int before)
    {
        for (var i = Math.Min(before, AnnouncementReach); i > 0; i--)
            if (this[i].Is(':')) return i;
        return 0;
    }

    /// <summary>Where a period would stand at once behind a number and its noun, with a preposition or in brackets or without: <c>796 trạm (năm 2019)</c>.</summary>
    public int PlaceBehind(Quantity quantity)
    {
        var i = quantity.Chunk + 1;
        while (i <= quantity.Chunk + 3 && this[i].Kind == ChunkKind.Word) i++;
        return this[i].Is(PhraseTag.Function) || (this[i].Is('(') && this[i + 2].Is(')')) ? i + 1 : i;
    }

    /// <summary>Whether a quantity stands between two chunks.</summary>
    public bool HasQuantity(int from, int to)
    {
        foreach (var quantity in Quantities)
            if (quantity.Chunk > from && quantity.Chunk < to) return true;
        return false;
    }

    /// <summary>Whether a chunk parts clauses: a comma, a semicolon, a bracket, a stop.</summary>
    public bool Parts(int i) => i < 0 || i >= Chunks.Count || (Chunks[i].Kind == ChunkKind.Mark && Chunks[i].Mark is ',' or ';' or '(' or ')' or ':' or '.' or '…' or '!' or '?');

    /// <summary>Which of some chunks in order is the first that is not before another; their number where all are.</summary>
    static int FirstFrom(List<int> chunks, int chunk) => chunks.BinarySearch(chunk) is var found && found < 0 ? ~found : found;
}
