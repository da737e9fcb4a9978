using ServerlessIct.Indicators.Extraction.Comparisons;
using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Quantities;

namespace ServerlessIct.Indicators.Extraction.Concepts;

/// <summary>Finds the figure that a statement goes on with which has no subject of its own.</summary>
sealed class AntecedentFinder(Antecedents antecedents, SubjectForms forms, Token[] tokens)
{
    /// <summary>An index named at once behind its rank stands among so many tokens.</summary>
    const int IndexReach = 3;

    /// <summary>More words than this say more than what was counted before.</summary>
    const int MostCounted = 3;

    /// <summary>What the subject names, seen with the number and with the words before a colon, which become the statement's head where it says no more than where or when.</summary>
    /// <param name="form">What it names by itself.</param>
    /// <param name="unit">The number's unit; null where only a comparison is stated.</param>
    /// <param name="words">The statement's words.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="pointsBack">Whether it would be a change of the figure just before it, if it named nothing.</param>
    public SubjectForm Refine(SubjectForm form, Unit? unit, ref StatementWords words, ChunkedSentence sentence, Statement statement, bool pointsBack)
    {
        var ofIndex = unit == Unit.Score || unit == Unit.Rank;
        // DTI đứng thứ 47/63, điểm số 0,2587: words as general as those name no index of their own.
        if (form == SubjectForm.Content && ofIndex && !forms.OwnWords(words.Subject).Any) form = SubjectForm.Empty;
        if (form == SubjectForm.Empty && pointsBack) form = SubjectForm.Pronoun;
        if (form is SubjectForm.Time or SubjectForm.Place or SubjectForm.Empty && words.Head == default) words = words with { Head = Announced(sentence, statement) };
        if (form == SubjectForm.Place && AnnouncesAShare(sentence, words)) return SubjectForm.Content;
        // Chỉ số cải cách hành chính: xếp thứ 28: another index is named before the colon.
        return form is SubjectForm.Place or SubjectForm.Empty && ofIndex && forms.NamesAnIndex(words.Head) ? SubjectForm.Content : form;
    }

    /// <summary>The figure; null where the statement has a subject of its own.</summary>
    /// <param name="form">What its subject names.</param>
    /// <param name="unit">The number's unit; null where only a comparison is stated.</param>
    /// <param name="words">Its words.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="at">The numbers of its paragraph and its sentence.</param>
    /// <param name="elsewhere">Whether it is of another place than the document.</param>
    /// <param name="follows">Whether a figure of another place goes on in its sentence already.</param>
    public Antecedent? Find(SubjectForm form, Unit? unit, StatementWords words, ChunkedSentence sentence, Statement statement, (int Paragraph, int Sentence) at, bool elsewhere, bool follows)
    {
        var counts = statement.Level is { } level && sentence.Counts(level);
        return form switch
        {
            SubjectForm.Pronoun => antecedents.Pronoun(unit, at.Paragraph),
            SubjectForm.Place when counts => Counting(sentence, statement.Level!, at.Paragraph, elsewhere),
            SubjectForm.Empty when counts => follows ? Counting(sentence, statement.Level!, at.Paragraph, elsewhere) : null,
            SubjectForm.Place when !NamesAnIndexBehind(words) => antecedents.Place(unit, at.Paragraph),
            SubjectForm.Empty when (unit == Unit.Rank || unit == Unit.Score) && !NamesAnIndexBehind(words) => antecedents.Place(unit, at.Paragraph),
            SubjectForm.Goal when !counts => antecedents.Goal(unit, at.Paragraph),
            SubjectForm.Time when !counts => antecedents.Time(unit, at.Paragraph, at.Sentence),
            SubjectForm.Time => antecedents.Time(unit, at.Paragraph, at.Sentence) is { } told && Counting(sentence, statement.Level!, at.Paragraph, elsewhere) is { } same && told.Indicator == same.Indicator ? same : null,
            _ => null,
        };
    }

    /// <summary><c>Tỷ trọng trong GRDP: năm 2021 là 6,9%, năm 2022 là 9,4%</c>: the words before the colon; none where a figure stands among them.</summary>
    static (int First, int End) Announced(ChunkedSentence sentence, Statement statement)
    {
        var colon = sentence.Colon(statement.Subject.To > statement.Subject.From ? statement.Subject.From : statement.Anchor.Lead);
        return colon == 0 || sentence.Quantities[0].Chunk < colon ? default : (sentence[0].First, sentence[colon - 1].End);
    }

    /// <summary><c>Một số tỉnh có tỷ lệ hộ nghèo cao: Long An 12%</c>: before the colon stands what the shares are of.</summary>
    static bool AnnouncesAShare(ChunkedSentence sentence, StatementWords words)
    {
        foreach (var chunk in sentence.Chunks)
            if (chunk.First >= words.Head.First && chunk.End <= words.Head.End && chunk.Is(PhraseTag.Share)) return true;
        return false;
    }

    /// <summary><c>Sơn La 37 thôn, Lai Châu 22 thôn</c>, <c>với 9.870 thành viên</c>: nothing more is said of what is counted.</summary>
    Antecedent? Counting(ChunkedSentence sentence, Quantity level, int paragraph, bool elsewhere)
    {
        var last = level.NounEnd - 1;
        while (last > level.NounFirst && sentence[last].Kind != ChunkKind.Word) last--;
        var counted = (First: sentence[level.NounFirst].First, sentence[last].End);
        return counted.End - counted.First <= MostCounted ? antecedents.Counting(tokens, counted, paragraph, elsewhere) : null;
    }

    /// <summary><c>xếp thứ 4 PAR Index</c>: another index is named at once behind the rank.</summary>
    bool NamesAnIndexBehind(StatementWords words) => forms.NamesAnIndex((words.Noun.First, Math.Min(words.Noun.End, words.Noun.First + IndexReach)));
}
