using System.Runtime.InteropServices;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>The pieces of one sentence with its quantities in order.</summary>
sealed class SentencePieces
{
    static readonly Piece PastEnd;

    /// <summary>The pieces that are opening and closing brackets, in order.</summary>
    readonly List<int> openings = [], closings = [];

    /// <summary>The bit of each sense that a phrase of the sentence has.</summary>
    ulong senses;

    /// <summary>What announces a list has rarely more pieces.</summary>
    const int AnnouncementReach = 30;

    public List<Piece> Pieces { get; } = [];

    public List<Quantity> Quantities { get; } = [];

    /// <summary>Bases that stand before what is compared, each with the piece that ends it.</summary>
    public List<(int Piece, BasisMention Basis)> LeadingBases { get; } = [];

    /// <summary>How many periods the sentence names.</summary>
    public int Periods { get; private set; }

    /// <summary>Whether any phrase of the sentence has a sense.</summary>
    public bool Has(Sense sense) => (senses >> (int)sense & 1) != 0;

    /// <summary>Whether the sentence goes on with what the one before it compared: <c>Trong đó</c>.</summary>
    public bool IsThereof => Pieces.Count > 0 && Pieces[0].Is(Sense.Thereof);

    /// <summary>Whether <c>trong đó</c> stands before a quantity in its clause.</summary>
    public bool IsPart(Quantity quantity)
    {
        if (!Has(Sense.Thereof)) return false;
        for (var i = quantity.Lead - 1; i >= 0 && !Pieces[i].Is(';'); i--)
            if (Pieces[i].Is(Sense.Thereof)) return true;
        return false;
    }

    /// <summary>Whether a number stands in brackets.</summary>
    public bool IsBracketed(Quantity quantity)
    {
        if (openings.Count == 0) return false;
        for (var i = quantity.Piece - 1; i >= 0 && !Pieces[i].Is(')'); i--)
            if (Pieces[i].Is('(')) return true;
        return false;
    }

    /// <summary>A piece; one of no kind past either end. It stays where it is only until another is added.</summary>
    public ref readonly Piece this[int i]
    {
        get
        {
            var pieces = CollectionsMarshal.AsSpan(Pieces);
            return ref (uint)i < (uint)pieces.Length ? ref pieces[i] : ref PastEnd;
        }
    }

    /// <summary>Adds the next piece, and its quantity where it is one.</summary>
    public void Add(in Piece piece)
    {
        if (piece.Quantity is { } quantity)
        {
            quantity.Piece = quantity.Lead = Pieces.Count;
            Quantities.Add(quantity);
        }

        if (piece.Kind == PieceKind.Phrase) senses |= 1UL << (int)piece.Sense;
        if (piece.Kind == PieceKind.Period) Periods++;
        if (piece.Is('(')) openings.Add(Pieces.Count);
        if (piece.Is(')')) closings.Add(Pieces.Count);
        Pieces.Add(piece);
    }

    public void Clear()
    {
        Pieces.Clear();
        Quantities.Clear();
        LeadingBases.Clear();
        openings.Clear();
        closings.Clear();
        (senses, Periods) = (0, 0);
    }

    /// <summary>Whether a number counts a noun of its own.</summary>
    public bool Counts(Quantity quantity) =>
        quantity.Unit is null && quantity.NounFirst == quantity.Piece + 1 && (this[quantity.NounFirst].Kind == PieceKind.Word || this[quantity.NounFirst].Is(Sense.Ordinal));

    /// <summary>The last bracket that opens before a piece; -1 for none.</summary>
    public int Opening(int close) => FirstFrom(openings, close) is > 0 and var next ? openings[next - 1] : -1;

    /// <summary>The first bracket that closes behind a piece; past the end for none.</summary>
    public int Closing(int open) => FirstFrom(closings, open + 1) is var next && next < closings.Count ? closings[next] : Pieces.Count;

    /// <summary>The colon before a piece, behind which a list stands; 0 for none.</summary>
    public int Colon(int before)
    {
        for (var i = Math.Min(before, AnnouncementReach); i > 0; i--)
            if (this[i].Is(':')) return i;
        return 0;
    }

    /// <summary>Where a period would stand at once behind a number and its noun, with a preposition or in brackets or without: <c>796 trạm (năm 2019)</c>.</summary>
    public int PlaceBehind(Quantity quantity)
    {
        var i = quantity.Piece + 1;
        while (i <= quantity.Piece + 3 && this[i].Kind == PieceKind.Word) i++;
        return this[i].Is(Sense.Function) || (this[i].Is('(') && this[i + 2].Is(')')) ? i + 1 : i;
    }

    /// <summary>Whether a quantity stands between two pieces.</summary>
    public bool HasQuantity(int from, int to)
    {
        foreach (var quantity in Quantities)
            if (quantity.Piece > from && quantity.Piece < to) return true;
        return false;
    }

    /// <summary>Whether a piece parts clauses: a comma, a semicolon, a bracket, a stop.</summary>
    public bool Parts(int i) => i < 0 || i >= Pieces.Count || (Pieces[i].Kind == PieceKind.Mark && Pieces[i].Mark is ',' or ';' or '(' or ')' or ':' or '.' or '…' or '!' or '?');

    /// <summary>Which of some pieces in order is the first that is not before another; their number where all are.</summary>
    static int FirstFrom(List<int> pieces, int piece) => pieces.BinarySearch(piece) is var found && found < 0 ? ~found : found;
}
