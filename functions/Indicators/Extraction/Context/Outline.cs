using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Periods;
using ServerlessIct.Indicators.Extraction.Text;

namespace ServerlessIct.Indicators.Extraction.Context;

/// <summary>
/// Follows the headings of a document, and the lines that announce a list, while its sentences are read in order.
/// A heading governs what follows until one of its own level or above; an announcement, the items of its list.
/// </summary>
sealed class Outline(Language language, string text, TokenizedText tokenized, List<Sentence> sentences, Period? document)
{
    /// <summary>A longer line is no heading.</summary>
    const int LongestHeading = 40;

    /// <summary>An unnumbered line longer than this is prose.</summary>
    const int LongestPlainHeading = 20;

    /// <summary>The levels of headings without a number: in capitals, and otherwise.</summary>
    const int Capitals = 12, Plain = 30;

    /// <summary>What the announcement of a list says stands among its first so many tokens, or at its end.</summary>
    const int LongestAnnouncement = 60;

    readonly PeriodScanner scanner = new(language);
    readonly Token[] tokens = tokenized.Tokens;
    readonly List<Heading> headings = [];
    /// <summary>A heading in force, how deep it lies and whether it has a number.</summary>
    readonly record struct Heading(int Level, bool Numbered, Section Section);

    Section? list;
    int announcer, items;
    bool lastItem;
    int paragraph = -1;
    Section inParagraph;

    /// <summary>The section in which a sentence stands.</summary>
    /// <param name="s">The number of the sentence; they must be entered in order.</param>
    public Section Enter(int s)
    {
        var sentence = sentences[s];
        if (sentence.Paragraph != paragraph)
        {
            paragraph = sentence.Paragraph;
            var alone = s + 1 == sentences.Count || sentences[s + 1].Paragraph != paragraph;
            inParagraph = EnterParagraph(sentence, alone, s == 0);
        }

        if (Colon(sentence) is > 0 and var colon && Read(sentence.First, colon) is { Kind: Kind.Target } announced && !HasFigure(LineMark.Read(text, tokens, sentence.First, colon).End, colon)) inParagraph = announced.Within(inParagraph);
        return inParagraph;
    }

    Section EnterParagraph(Sentence sentence, bool alone, bool first)
    {
        var end = sentence.End;
        while (end > sentence.First && (tokens[end - 1].Kind == TokenKind.Break || tokens[end - 1].Is('*') || tokens[end - 1].Is('_'))) end--;
        if (end == sentence.First) return InForce();
        var mark = LineMark.Read(text, tokens, sentence.First, end);
        var announces = tokens[end - 1].Is(':');
        if (alone && !mark.IsItem && !(first && mark.Level == 0) && HeadingLevel(mark, end, announces) is > 0 and var level)
        {
            (list, lastItem) = (null, false);
            if (mark.Opens && headings.Count > 0 && headings[^1] is { Numbered: false } above) headings[^1] = above with { Level = Math.Min(above.Level, level - 1) };
            while (headings.Count > 0 && headings[^1].Level >= level) headings.RemoveAt(headings.Count - 1);
            var outer = headings.Count > 0 ? headings[^1].Section : default;
            headings.Add(new Heading(level, mark.Level > 0, (Read(mark.End, end) with { Place = HeadingPlace.Of(language, text, tokens, mark.End, end) }).Within(outer)));
            return headings[^1].Section;
        }

        FollowList(mark, end);
        var section = InForce();
        if (announces && (list is null || mark.Level != items)) Announce(mark, sentence, end);
        return section;
    }

    Section InForce() => list ?? (headings.Count > 0 ? headings[^1].Section : default);

    /// <summary>Whether the line still belongs to the list that was announced.</summary>
    void FollowList(LineMark mark, int end)
    {
        if (list is null) return;
        if (items < 0) items = mark.Level;
        if (lastItem || (mark.Level != items && (mark.Level <= items || items == 0)) || (mark.Level > 0 && mark.Level <= announcer)) list = null;
        lastItem = items == 0 && tokens[end - 1].Is('.');
    }

    void Announce(LineMark mark, Sentence sentence, int end)
    {
        var from = Math.Max(Math.Max(sentence.First, mark.End), end - LongestAnnouncement);
        var announced = Read(from, end);
        if (announced == default) return;
        list = announced.Within(InForce());
        (announcer, items, lastItem) = (mark.Level, -1, false);
    }

    /// <summary>The level of a line that is a heading; 0 for another line.</summary>
    int HeadingLevel(LineMark mark, int end, bool announces)
    {
        var length = end - mark.End;
        if (length is <= 0 or > LongestHeading || (tokens[end - 1].Kind == TokenKind.Mark && (char)tokens[end - 1].Word is '.' or ';' or ',' or '!' or '?')) return 0;
        if (HasFigure(mark.End, end)) return 0;
        if (mark.Level > 0) return mark.Level;
        if (announces || length > LongestPlainHeading || tokens[mark.End].Kind != TokenKind.Word || !char.IsUpper(text[tokens[mark.End].Start])) return 0;
        return IsCapitals(mark.End, end) ? Capitals : Plain;
    }

    bool IsCapitals(int first, int end)
    {
        foreach (var c in text.AsSpan(tokens[first].Start, tokens[end - 1].End - tokens[first].Start))
            if (char.IsLower(c)) return false;
        return true;
    }

    /// <summary>Whether a number stands there that no period has.</summary>
    bool HasFigure(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (scanner.At(tokenized.FoldedSpan, tokens.AsSpan(0, end), i, document?.Year ?? 2000) is { } mention) i = mention.End - 1;
            else if (tokens[i].Kind == TokenKind.Number) return true;
        }

        return false;
    }

    /// <summary>The first colon of a sentence before any figure; -1 for none.</summary>
    int Colon(Sentence sentence)
    {
        var end = Math.Min(sentence.End, sentence.First + LongestAnnouncement);
        for (var i = sentence.First; i < end; i++)
            if (tokens[i].Is(':')) return i;
        return -1;
    }

    Section Read(int first, int end)
    {
        var (done, aim, task, ahead) = (-1, -1, -1, false);
        Period? named = null;
        var mixed = false;
        var span = tokens.AsSpan(0, end);
        for (var i = first; i < end; i++)
        {
            var topic = language.Themes.At(span, i, out var length);
            if (topic is Theme.Done or Theme.Review && done < 0) done = i;
            else if (topic == Theme.Aim && aim < 0) aim = i;
            else if (topic is Theme.Task or Theme.Plan && task < 0) task = i;
            else if (topic == Theme.Ahead) ahead = true;
            if (length > 0) { i += length - 1; continue; }
            if (scanner.At(tokenized.FoldedSpan, span, i, document?.Year ?? 0) is not { } mention) continue;
            if (mention is { Reference: PeriodReference.Named, IsOfAct: false, Period: { Kind: not PeriodKind.Day } period } && !language.PeriodWords.IsCompared(span, i))
            {
                mixed |= named is { } other && other != period;
                named ??= period;
            }

            i = mention.End - 1;
        }

        if (mixed && done >= 0 && (aim >= 0 || task >= 0)) return default;
        if (done >= 0 && (aim < 0 || done < aim)) return new Section(Kind.Actual, Year(named));
        if (done < 0 && (aim >= 0 || (task >= 0 && (ahead || IsLater(named))))) return new Section(Kind.Target, named);
        return new Section(null, Year(named));
    }

    /// <summary>A span of years governs wishes only; figures reached are of some year in it.</summary>
    static Period? Year(Period? period) => period is { Kind: PeriodKind.Span } ? null : period;

    bool IsLater(Period? period) => period is { } p && document is { } d && p.EndMonth > d.EndMonth;
}
