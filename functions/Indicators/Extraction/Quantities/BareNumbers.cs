using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>
/// Tells what a number states that has neither a unit nor a noun behind it: a count of its subject, <c>Tổng số thuê bao: 715.000</c>,
/// or a score, <c>số điểm 85,6</c>, <c>Hà Nội (0,7512)</c>.
/// </summary>
sealed class BareNumbers(Words words, QuantityWords kinds, char[] text, Token[] tokens)
{
    /// <summary>Subjects have rarely more chunks.</summary>
    const int SubjectReach = 16;

    /// <summary>Characters of <c>0,7512</c>.</summary>
    const int FourPlaces = 6;

    /// <summary>Whether the number states a value; sets the unit of a score and the rule.</summary>
    public bool States(ChunkedSentence sentence, Quantity quantity)
    {
        if (quantity.Scaled) return true;
        var reached = quantity.Verb is PhraseTag.Reach or PhraseTag.ReachesLevel || sentence[quantity.Chunk - 1].Is(PhraseTag.Respectively);
        if (quantity.Total is not null) return reached;
        if (IsScore(sentence, quantity, reached))
        {
            (quantity.Unit, quantity.Rule) = (Unit.Score, "a score, by its subject or its fellows");
            return true;
        }

        if (reached && quantity.Value >= 2) return true;
        if (!CountsSubject(sentence, quantity)) return false;
        quantity.Rule = "a count of its subject";
        return true;
    }

    /// <summary>A decimal that its subject calls points, or that stands in brackets or behind a colon as a score before it does.</summary>
    bool IsScore(ChunkedSentence sentence, Quantity quantity, bool reached)
    {
        if (quantity.Value % 1 == 0) return EndsInPoints(sentence[quantity.Lead - 1]);
        // Shares go with their per cent sign, and nothing but a score is told to four places.
        var alone = IsAlone(sentence, quantity);
        var told = sentence[quantity.Lead - 1].Is(':') && sentence.Parts(quantity.Chunk + 1);
        if (quantity.Value < 1 && Digits(quantity).Length >= FourPlaces && (alone || reached || told || FollowsRank(sentence, quantity) || FollowsScore(sentence, quantity))) return true;
        if (!alone && SpeaksOfPoints(sentence, quantity.Lead - 1)) return true;
        if (alone && sentence.Colon(quantity.Lead) is > 0 and var colon && SpeaksOfPoints(sentence, colon - 1)) return true;
        return (alone || told) && LastUnit(sentence, quantity) == Unit.Score;
    }

    static bool IsAlone(ChunkedSentence sentence, Quantity quantity) => sentence[quantity.Lead - 1].Is('(') && sentence.Parts(quantity.Chunk + 1) && quantity.Lead > 1;

    /// <summary><c>xếp thứ 45/63, giá trị 0,5418</c>: the score that the rank before it was given for.</summary>
    static bool FollowsRank(ChunkedSentence sentence, Quantity quantity)
    {
        for (var i = quantity.Lead - 1; i >= 0 && !sentence[i].Is(';'); i--)
            if (sentence[i].Quantity is { Role: not Role.None, Unit.Code: "rank" }) return true;
        return false;
    }

    /// <summary><c>Điểm số tương ứng là 0,3284; 0,4689; 0,6402</c>: another of several scores.</summary>
    static bool FollowsScore(ChunkedSentence sentence, Quantity quantity) =>
        sentence[quantity.Chunk - 2].Quantity is { Unit.Code: "score", Role: Role.Level } && (sentence.Parts(quantity.Chunk - 1) || sentence[quantity.Chunk - 1].Kind == ChunkKind.Phrase);

    /// <summary>The unit of the value before it in the sentence.</summary>
    static Unit? LastUnit(ChunkedSentence sentence, Quantity quantity)
    {
        Unit? unit = null;
        foreach (var before in sentence.Quantities)
        {
            if (before == quantity) break;
            if (before.Role == Role.Level && before.Unit?.Code is not "rank") unit = before.Unit;
        }

        return unit;
    }

    /// <summary><c>tổng điểm</c>, <c>số điểm</c>.</summary>
    bool EndsInPoints(Chunk chunk) =>
        chunk.Kind == ChunkKind.Word && chunk.End - chunk.First == 1 && tokens[chunk.First].Word == words.Points && chunk.First > 0
        && (tokens[chunk.First - 1].Word == words.Number || tokens[chunk.First - 1].Word == words.Sum);

    /// <summary>Whether the words of a clause up to a chunk name points or an index.</summary>
    bool SpeaksOfPoints(ChunkedSentence sentence, int last)
    {
        for (var i = last; i >= 0 && last - i < SubjectReach && !(sentence.Parts(i) && !sentence[i].Is(':')) && sentence[i].Kind != ChunkKind.Quantity; i--)
            for (var t = sentence[i].First; t < sentence[i].End; t++)
                if ((tokens[t].Kind == TokenKind.Word && tokens[t].Word == words.Points) || words.Indices.BeginAt(tokens.AsSpan(0, sentence[i].End), t)) return true;
        return false;
    }

    /// <summary>
    /// Behind a colon, <c>Số doanh nghiệp viễn thông: 06</c>, a bracket or the words themselves, before a mark or a comparison: the subject is something counted and no money.
    /// </summary>
    bool CountsSubject(ChunkedSentence sentence, Quantity quantity)
    {
        var before = sentence[quantity.Lead - 1];
        var (grouped, told) = (IsGrouped(Digits(quantity)), before.Is(':') && quantity.Value % 1 == 0);
        if (!Ends(sentence, quantity.Chunk + 1) || !(grouped || told)) return false;
        // MyTV: 64.200, tăng 21%: what has grown was counted.
        if (told && grouped && sentence[quantity.Chunk + 1].Is(',') && (sentence[quantity.Chunk + 2].Is(PhraseTag.Rise) || sentence[quantity.Chunk + 2].Is(PhraseTag.Fall))) return true;
        var last = quantity.Lead - 1;
        if (before.Is(':') || (before.Is('(') && sentence[quantity.Chunk + 1].Is(')'))) last--;
        else if (before.Is(')')) last = BeforeBracket(sentence, last);
        else if (before.Kind is not (ChunkKind.Word or ChunkKind.Period)) return false;
        return NamesCounted(sentence, last, grouped);
    }

    /// <summary><c>Thuê bao Internet (quy đổi) 12.845</c>: the chunk before a bracket that ends.</summary>
    static int BeforeBracket(ChunkedSentence sentence, int end)
    {
        while (end >= 0 && !sentence[end].Is('(')) end--;
        return end - 1;
    }

    /// <summary>Whether the words of a clause up to a chunk name something counted, and neither money nor a counter of readers.</summary>
    bool NamesCounted(ChunkedSentence sentence, int last, bool grouped)
    {
        var (counted, length, first) = (false, 0, 0);
        for (var i = last; i >= 0 && last - i < SubjectReach && !sentence.Parts(i) && sentence[i].Kind != ChunkKind.Quantity; i--)
        {
            for (var t = sentence[i].First; t < sentence[i].End; t++)
            {
                if (tokens[t].Kind != TokenKind.Word) continue;
                if (words.Money.Contains(tokens[t].Word) || words.Counters.Contains(tokens[t].Word)) return false;
                counted |= words.Counted.Contains(tokens[t].Word) || tokens[t].Word == words.Number;
                length++;
            }

            if (sentence[i].FirstWord(tokens) is > 0 and var word) first = word;
        }

        // Số: 1.234 is the number of a document; a small number counts what the subject begins with.
        return counted && length > 1 && (grouped || first == words.Number || kinds.CountedSubjects.Contains(first));
    }

    bool Ends(ChunkedSentence sentence, int at) =>
        sentence.Parts(at) || sentence[at].Is(PhraseTag.Versus) || sentence[at].Is(PhraseTag.Rise) || sentence[at].Is(PhraseTag.Fall) || sentence[at].Is(PhraseTag.Cut) || sentence[at].Is(PhraseTag.Ratio)
        || (sentence[at].Kind == ChunkKind.Phrase && tokens[sentence[at].First].Word == words.And);

    /// <summary>Thousands set apart by points: ordinals and numbers of documents are not.</summary>
    static bool IsGrouped(ReadOnlySpan<char> digits) => digits.Length > 4 && digits[^4] == '.' && !digits.Contains(',');

    ReadOnlySpan<char> Digits(Quantity quantity) => text.AsSpan(tokens[quantity.First].Start, tokens[quantity.First].End - tokens[quantity.First].Start);
}
