using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Text;

namespace ServerlessIct.Indicators.Extraction.Structure;

/// <summary>
/// Builds the document tree while its sentences are read in order: a heading governs what follows until one of its own level or above;
/// a line that heads items of a list governs those; a sentence stands in its paragraph.
/// </summary>
sealed class DocumentTree
{
    /// <summary>A longer line is no heading.</summary>
    const int LongestHeading = 40;

    /// <summary>An unnumbered line longer than this is prose.</summary>
    const int LongestPlainHeading = 20;

    /// <summary>The levels of headings without a number: in capitals, and otherwise.</summary>
    const int Capitals = 12, Plain = 30;

    /// <summary>What a lead says of its list stands among its last so many tokens.</summary>
    const int LongestLead = 60;

    readonly Language language;
    readonly string text;
    readonly Token[] tokens;
    readonly List<Sentence> sentences;
    readonly HeadingReader headings;
    readonly ObjectPool<Node> nodes;
    readonly Node document, sentenceNode;
    readonly List<Heading> sections = [];

    /// <summary>The lines that head the lists that are open, outermost first.</summary>
    readonly List<Lead> leads = [];

    /// <summary>The line before, which heads the items that may follow it.</summary>
    Line previous;
    int number = -1;
    Node paragraph;

    readonly record struct Heading(int Level, bool Numbered, Node Node);

    /// <summary>A lead's node, its own mark and that of its items: 0 where they have none.</summary>
    readonly record struct Lead(int Own, int Items, Node Node);

    readonly record struct Line(LineMark Mark, int First, int End, bool Announces);

    public DocumentTree(Language language, string text, TokenizedText tokenized, List<Sentence> sentences, ObjectPool<Node> nodes, HeadingReader headings)
    {
        (this.language, this.text, this.headings) = (language, text, headings);
        (this.sentences, this.nodes) = (sentences, nodes);
        tokens = tokenized.Tokens;
        (document, sentenceNode) = (Begin(null, NodeLevel.Document), nodes.Take());
        paragraph = document;
    }

    /// <summary>The node of a sentence; it is that of the next sentence from the next call on.</summary>
    /// <param name="s">The number of the sentence; they must be entered in order.</param>
    public Node Enter(int s)
    {
        var sentence = sentences[s];
        if (sentence.Paragraph != number)
        {
            number = sentence.Paragraph;
            var next = s + 1;
            while (next < sentences.Count && sentences[next].Paragraph == number) next++;
            paragraph = EnterParagraph(sentence, sentences[next - 1].End, next, s);
        }

        if (Announced(sentence) is { } announced) (paragraph.Kind, paragraph.Period) = (announced.Kind, announced.Period ?? paragraph.Period);
        return sentenceNode.Begin(paragraph, NodeLevel.Sentence);
    }

    /// <summary><c>Mục tiêu đến năm 2025: …</c> within a paragraph: what stands before the colon holds for the rest of it; null where no goals are announced.</summary>
    Node? Announced(Sentence sentence)
    {
        var end = Math.Min(sentence.End, sentence.First + LongestLead);
        var colon = sentence.First;
        while (colon < end && !tokens[colon].Is(':')) colon++;
        if (colon == end || colon == sentence.First || headings.HasFigure(LineMark.Read(language.DocumentWords, text, tokens, sentence.First, colon).End, colon)) return null;
        var node = Begin(null, NodeLevel.Paragraph);
        headings.Read(node, sentence.First, colon, heads: false);
        return node.Kind is { Value: Kind.Target } ? node : null;
    }

    Node Begin(Node? parent, NodeLevel level) => nodes.Take().Begin(parent, level);

    Node EnterParagraph(Sentence opening, int end, int next, int s)
    {
        while (end > opening.First && (tokens[end - 1].Kind == TokenKind.Break || tokens[end - 1].Is('*') || tokens[end - 1].Is('_'))) end--;
        if (end == opening.First) return Begin(Around(), NodeLevel.Paragraph);
        var mark = LineMark.Read(language.DocumentWords, text, tokens, opening.First, end);
        var line = new Line(mark, opening.First, end, tokens[end - 1].Is(':'));
        if (next == s + 1 && (mark.IsItem ? HeadsProse(line, next) : s > 0 || mark.Level > 0) && HeadingLevel(line) is > 0 and var level) return EnterSection(line, level);
        FollowList(line);
        previous = line;
        return Begin(Around(), NodeLevel.Paragraph);
    }

    /// <summary><c>* Kế hoạch năm 2016</c> over a paragraph without a mark: a heading, and no item of a list that goes on.</summary>
    bool HeadsProse(Line line, int next)
    {
        if (previous.Mark.Level == line.Mark.Level && previous.End > 0) return false;
        while (next < sentences.Count && tokens[sentences[next].First].Kind == TokenKind.Break) next++;
        if (next == sentences.Count || line.End - line.Mark.End > LongestPlainHeading || line.Announces) return false;
        var below = sentences[next];
        return LineMark.Read(language.DocumentWords, text, tokens, below.First, below.End).Level == 0 && char.IsUpper(text[tokens[below.First].Start]) && char.IsUpper(text[tokens[line.Mark.End].Start]);
    }

    /// <summary>The innermost node that is open: a list, a section or the document.</summary>
    Node Around() => leads.Count > 0 ? leads[^1].Node : sections.Count > 0 ? sections[^1].Node : document;

    Node EnterSection(Line line, int level)
    {
        leads.Clear();
        previous = default;
        if (line.Mark.Opens && sections.Count > 0 && sections[^1] is { Numbered: false } above) sections[^1] = above with { Level = Math.Min(above.Level, level - 1) };
        while (sections.Count > 0 && sections[^1].Level >= level) sections.RemoveAt(sections.Count - 1);
        var node = Begin(Around(), NodeLevel.Section);
        headings.Read(node, line.Mark.End, line.End);
        headings.ReadBasis(node, line.Mark.End, line.End, reach: 0);
        Describe(node, line);
        sections.Add(new Heading(level, line.Mark.Level > 0, node));
        return Begin(node, NodeLevel.Paragraph);
    }

    /// <summary>Closes the lists to which a line does not belong, and opens that which the line before heads.</summary>
    void FollowList(Line line)
    {
        var items = line.Mark.Level;
        // 2. Tổng số trạm BTS: 1.200: as an item it ends what stands under the heading 1.
        if (items > 0 && !line.Mark.IsItem)
            while (sections.Count > 0 && sections[^1].Numbered && sections[^1].Level >= items) { sections.RemoveAt(sections.Count - 1); leads.Clear(); }
        while (items > 0 && sections.Count > 0 && sections[^1].Level == items && line.Mark.IsItem) sections.RemoveAt(sections.Count - 1);
        CloseFellows(items);
        var known = leads.Count - 1;
        while (known >= 0 && leads[known].Items != items) known--;
        if (items > 0 && known >= 0)
        {
            leads.RemoveRange(known + 1, leads.Count - known - 1);
            return;
        }

        if (Heads(previous, items))
        {
            Open(previous, items);
            return;
        }

        if (items == 0)
        {
            // A list without marks ends with the line that ends in a stop; prose ends every list.
            if (known < 0 || previous.End == 0 || tokens[previous.End - 1].Is('.')) leads.Clear();
            else leads.RemoveRange(known + 1, leads.Count - known - 1);
        }
        else if (leads.Count > 0 && !line.Mark.IsItem)
        {
            leads.Clear();
        }
    }

    /// <summary>Closes the list of a line that has the same mark as the items which begin now, with all that are in it.</summary>
    void CloseFellows(int items)
    {
        if (items == 0) return;
        for (var i = 0; i < leads.Count; i++)
        {
            if (leads[i].Own != items) continue;
            leads.RemoveRange(i, leads.Count - i);
            return;
        }
    }

    /// <summary>Whether a line heads the items that begin behind it: it announces them, or is an item itself and says no more.</summary>
    bool Heads(Line line, int items)
    {
        if (line.End == 0 || line.Mark.Level == items && items > 0) return false;
        if (line.Announces) return true;
        return items > 0 && line.Mark.Level > 0 && !tokens[line.End - 1].Is(';') && !(tokens[line.End - 1].Is('.') && HasFigure(line));
    }

    void Open(Line line, int items)
    {
        var node = Begin(Around(), NodeLevel.List);
        var first = Math.Max(line.Mark.End, line.End - LongestLead);
        // A figure's own time is its own: what a line with figures heads goes on in the time around it.
        if (HasFigure(line)) first = Math.Max(first, LastStop(line));
        if (!headings.HasFigure(first, line.End)) headings.Read(node, first, line.End);
        if (line.Announces) headings.ReadBasis(node, first, line.End, reach: LongestLead);
        Describe(node, line);
        leads.Add(new Lead(line.Mark.Level, items, node));
    }

    bool HasFigure(Line line) => headings.HasFigure(line.Mark.End, line.End);

    /// <summary>The token behind the last full stop of a line.</summary>
    int LastStop(Line line)
    {
        for (var i = line.End - 2; i > line.First; i--)
            if (tokens[i].Is('.')) return i + 1;
        return line.Mark.End;
    }

    /// <summary>Keeps what a heading or lead is about.</summary>
    void Describe(Node node, Line line)
    {
        var hits = new List<TermHit>();
        language.Cues.Hits(tokens, line.Mark.End, line.End, hits);
        if (hits.Count > 0 && language.Can(Abilities.TopicOfHeadings)) node.Topic = new Stated<IReadOnlyList<TermHit>>(hits, line.Mark.End, line.End);
    }

    /// <summary>The level of a line that is a heading; 0 for another line.</summary>
    int HeadingLevel(Line line)
    {
        var (first, end) = (line.Mark.End, line.End);
        var length = end - first;
        if (length is <= 0 or > LongestHeading || (tokens[end - 1].Kind == TokenKind.Mark && (char)tokens[end - 1].Word is '.' or ';' or ',' or '!' or '?')) return 0;
        if (line.Mark.Level > 0) return HasFigure(line) ? 0 : line.Mark.Level;
        if (line.Announces || length > LongestPlainHeading || tokens[first].Kind != TokenKind.Word || !char.IsUpper(text[tokens[first].Start]) || HasFigure(line)) return 0;
        return IsCapitals(first, end) ? Capitals : Plain;
    }

    bool IsCapitals(int first, int end)
    {
        foreach (var c in text.AsSpan(tokens[first].Start, tokens[end - 1].End - tokens[first].Start))
            if (char.IsLower(c)) return false;
        return true;
    }
}
