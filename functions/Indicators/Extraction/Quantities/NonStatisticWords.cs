using System.Runtime.InteropServices;
using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>Tells the kind of a number that is no statistic by the words around it: <c>gói cước 120.000 đồng</c>, <c>12 chữ số</c>.</summary>
sealed class NonStatisticWords(NonStatistics kinds, Token[] tokens)
{
    /// <summary>A leading phrase has no more tokens.</summary>
    const int MostInPhrase = 5;

    readonly List<NonStatisticKind> led = [], ruledOut = [];

    /// <summary>The kind; null for none.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="quantity">The number, with its verb.</param>
    /// <param name="moves">Whether the number is a change, as few kinds are.</param>
    public NonStatisticKind? Of(ChunkedSentence sentence, Quantity quantity, bool moves)
    {
        led.Clear();
        ruledOut.Clear();
        var behind = kinds.FollowerAt(tokens.AsSpan(0, sentence.Chunks[^1].End), quantity.End);
        ReadBefore(quantity.First);
        foreach (var kind in CollectionsMarshal.AsSpan(led))
            if (Holds(kind, quantity, moves) && (kind.Behind.Length == 0 || behind?.Contains(kind) == true)) return kind;
        foreach (var kind in CollectionsMarshal.AsSpan(behind))
            if (kind.Lead.Length == 0 && Holds(kind, quantity, moves)) return kind;
        return GoesOn(sentence, quantity);
    }

    static bool Fits(NonStatisticKind kind, Quantity quantity) => kind.Fits(quantity.Value, quantity.Unit, quantity.Scaled);

    bool Holds(NonStatisticKind kind, Quantity quantity, bool moves) => kind.Changes == moves && Fits(kind, quantity) && !ruledOut.Contains(kind);

    /// <summary>The phrases of the clause before a number, back to the next mark or number.</summary>
    void ReadBefore(int number)
    {
        var before = tokens.AsSpan(0, number);
        for (var i = number - 1; i >= 0 && number - i <= kinds.Reach + MostInPhrase && (tokens[i].Kind == TokenKind.Word || IsQuote(tokens[i])); i--)
        {
            if (kinds.LeadAt(before, i, out var length) is { } found)
                foreach (var kind in found)
                    if (number - (i + length) <= kind.Within + (tokens[number - 1].Kind == TokenKind.Mark ? 1 : 0)) led.Add(kind);
            if (kinds.OtherAt(before, i) is { } others) ruledOut.AddRange(others);
        }
    }

    static bool IsQuote(in Token token) => token.Is('"') || token.Is('“');

    /// <summary><c>phạt tiền từ 10 triệu đồng đến 20 triệu đồng</c>, <c>phương châm 5 rõ, 6 rõ</c>: the second is what the first is.</summary>
    NonStatisticKind? GoesOn(ChunkedSentence sentence, Quantity quantity)
    {
        if (!(sentence.Number(quantity) is > 0 and var n) || sentence.Quantities[n - 1] is not { Kind: { IsByWords: true } kind } before || before.Unit != quantity.Unit || !Fits(kind, quantity)) return null;
        return quantity.Lead - before.Chunk <= 2 && (sentence[before.Chunk + 1].Kind == ChunkKind.Phrase || sentence[before.Chunk + 1].Is('-') || quantity.Lead == before.Chunk + 1) ? kind : null;
    }
}
