using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Quantities;
using ServerlessIct.Indicators.Places;

namespace ServerlessIct.Indicators.Extraction.Concepts;

/// <summary>Tells whether a subject names a statistic of its own, or only a place or a time, or points back.</summary>
sealed class SubjectForms(Language language, string text, Token[] tokens)
{
    /// <summary>The form of a statement's subject.</summary>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="subject">The chunks of the subject: from, to.</param>
    /// <param name="words">Its tokens.</param>
    /// <param name="placed">Whether the place is named apart from them.</param>
    /// <param name="hasTerms">Whether any term of the catalogue's cues stands among them.</param>
    public SubjectForm Of(ChunkedSentence sentence, (int From, int To) subject, (int First, int End) words, bool placed, bool hasTerms)
    {
        var (content, time, pronoun, goal) = (false, false, false, false);
        for (var i = subject.From; i < subject.To; i++)
        {
            content |= sentence[i].Kind == ChunkKind.Word || sentence[i].Is(PhraseTag.Plan);
            time |= sentence[i].Kind == ChunkKind.Period || sentence[i].Is(PhraseTag.Cumulative);
            pronoun |= sentence[i].Is(PhraseTag.Pronoun);
            goal |= sentence[i].Is(PhraseTag.Plan) || sentence[i].Is(PhraseTag.Goal);
        }

        if (pronoun && (!content || (placed && EndsInPronoun(sentence, subject)) || (NamesOnlyAPlace(words, named: true) && !IsOfEach(sentence, subject)) || (!hasTerms && IsOfPronoun(sentence, subject)))) return SubjectForm.Pronoun;
        if (content && NamesOnlyAPlace(words, placed)) return SubjectForm.Place;
        if (goal && !hasTerms && !OwnWords(words).Any) return SubjectForm.Goal;
        // Sang năm 2021 là 1,5 triệu thuê bao: no more than a time.
        if (content && time && !hasTerms && !OwnWords(words).Any) content = false;
        if (content) return SubjectForm.Content;
        if (time) return placed ? SubjectForm.Place : SubjectForm.Time;
        return placed && subject.To > subject.From ? SubjectForm.Place : SubjectForm.Empty;
    }

    /// <summary>The words of a subject that name something.</summary>
    public OwnWords OwnWords((int First, int End) subject)
    {
        if (subject.End - subject.First > Concepts.OwnWords.Longest) return new OwnWords(subject.First, ulong.MaxValue);
        var span = tokens.AsSpan(0, subject.End);
        var named = 0UL;
        for (var i = subject.First; i < subject.End; i++)
        {
            if (tokens[i].Kind != TokenKind.Word) continue;
            if (Skipped(span, i) is > 0 and var skipped) i += skipped - 1;
            else named |= 1UL << (i - subject.First);
        }

        return new OwnWords(subject.First, named);
    }

    /// <summary>Whether a subject names what is measured; <c>khối địa phương</c>, <c>các phường Rạch Giá, Long Xuyên</c> only say where.</summary>
    public bool NamesAMeasure((int First, int End) subject)
    {
        var span = tokens.AsSpan(0, subject.End);
        for (var i = subject.First; i < subject.End; i++)
        {
            if (tokens[i].Kind != TokenKind.Word || language.Places.IsLevelOrArea(tokens[i]) || IsProperName(i, subject.First)) continue;
            if (Skipped(span, i) is not (> 0 and var skipped)) return true;
            i += skipped - 1;
        }

        return false;
    }

    bool IsProperName(int i, int first) => i > first && char.IsUpper(text[tokens[i].Start]) && tokens[i].End - tokens[i].Start > 1 && char.IsLower(text[tokens[i].End - 1]);

    /// <summary>The length of the words at a token that name no statistic: places, verbs and what is as general as <c>thực hiện</c>; 0 for none.</summary>
    int Skipped(ReadOnlySpan<Token> span, int i)
    {
        var length = language.Cues.Words.General(span, i);
        if (language.Places.At(text, span, i, out var place, out _) is not null) length = Math.Max(length, place);
        if (language.Places.WordAt(span, i, out var said) != PlaceWord.None) length = Math.Max(length, said);
        return Math.Max(length, Phrase(span, i));
    }

    /// <summary>The length of the phrase at a token, save one that only hides others.</summary>
    int Phrase(ReadOnlySpan<Token> span, int i)
    {
        var length = language.Lexicon.Longest(span, i, out var entry);
        return length > 0 && entry!.Tag != PhraseTag.FixedPhrase ? length : 0;
    }

    /// <summary><c>ở Cà Mau, tỷ lệ này mới 22,5%</c>.</summary>
    static bool EndsInPronoun(ChunkedSentence sentence, (int From, int To) subject)
    {
        var last = subject.To - 1;
        while (last > subject.From && sentence[last].Kind == ChunkKind.Phrase && !sentence[last].Is(PhraseTag.Pronoun)) last--;
        return sentence[last].Is(PhraseTag.Pronoun) && (sentence[last - 1].Is(',') || last == subject.From);
    }

    /// <summary><c>Trong từng ngành, tỷ trọng này đạt 7%</c>: of many others.</summary>
    bool IsOfEach(ChunkedSentence sentence, (int From, int To) subject)
    {
        for (var i = subject.From; i < subject.To && !sentence[i].Is(PhraseTag.Pronoun); i++)
            for (var t = sentence[i].First; t < sentence[i].End; t++)
                if (language.Places.IsPlural(tokens[t])) return true;
        return false;
    }

    /// <summary><c>Trước sắp xếp, tỷ lệ này ở Kiên Giang là 64,7%</c>, <c>đưa tỷ lệ này lên 92%</c>: nothing but a place stands behind the pronoun.</summary>
    bool IsOfPronoun(ChunkedSentence sentence, (int From, int To) subject)
    {
        var at = subject.To - 1;
        while (!sentence[at].Is(PhraseTag.Pronoun)) at--;
        // Trong từng ngành, tỷ trọng này đạt 7%: of many others; ở vùng cao, tỷ lệ này là 60%: of a part.
        for (var i = sentence[subject.From].First; i < sentence[at].First; i++)
            if (language.Places.IsPlural(tokens[i]) || language.Places.IsVenue(tokens, i)) return false;
        return at + 1 == subject.To || NamesOnlyAPlace((sentence[at + 1].First, sentence[subject.To - 1].End), named: true);
    }

    /// <summary>Whether the words of a subject name a place and nothing else.</summary>
    /// <param name="subject">The tokens of its words.</param>
    /// <param name="named">Whether the place was named apart from them.</param>
    public bool NamesOnlyAPlace((int First, int End) subject, bool named = false)
    {
        var span = tokens.AsSpan(0, subject.End);
        for (var i = subject.First; i < subject.End; i++)
        {
            if (tokens[i].Kind != TokenKind.Word) continue;
            var word = PlaceWord.None;
            if (language.Places.At(text, span, i, out var length, out _) is null && length > 0) return false;
            if (length > 0) named = true;
            else word = language.Places.WordAt(span, i, out length);
            var general = Math.Max(language.Cues.Words.General(span, i), Phrase(span, i));
            if (length == 0 && language.Places.IsTitle(tokens[i])) (named, length) = (true, 1);
            if (general < length || general == 0)
            {
                if (length == 0 || word is PlaceWord.Systems or PlaceWord.Surveys or PlaceWord.National or PlaceWord.Central) return false;
                named |= word is PlaceWord.Provincial or PlaceWord.Municipal or PlaceWord.Home;
            }

            i += Math.Max(length, general) - 1;
        }

        return named;
    }

    /// <summary>An index is written in capitals: <c>PCI</c>, <c>PAR INDEX</c>; or called one: <c>chỉ số</c>.</summary>
    public bool NamesAnIndex((int First, int End) subject)
    {
        for (var i = subject.First; i < subject.End; i++)
        {
            if (tokens[i].Kind != TokenKind.Word) continue;
            if (tokens[i].Word == language.Words.Measured) return true;
            if (language.Cues.Words.FirstWordOf(tokens[i].Word) > 0) continue;
            var word = text.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start);
            if (word.Length >= 3 && !word.ContainsAnyExceptInRange('A', 'Z')) return true;
        }

        return false;
    }
}
