using System.Globalization;
using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Extraction.Comparisons;
using ServerlessIct.Indicators.Extraction.Concepts;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Quantities;
using ServerlessIct.Indicators.Extraction.Text;

namespace ServerlessIct.Indicators.Extraction.Explaining;

/// <summary>
/// Notes what the stages of extraction make of each number while they do it. Reading without a trace costs nothing;
/// with one it takes the same decisions.
/// </summary>
sealed class Trace : INumberTrace
{
    /// <summary>The naming of a number that goes on with the one before it: <c>con số này</c>.</summary>
    public const string PointsBack = "points back to the statistic before it";

    readonly List<Note> notes = [];
    readonly Dictionary<Quantity, Note> byQuantity = [];
    readonly Dictionary<int, string> codes = [];

    /// <inheritdoc/>
    public void NoAmount(int token, string why) => codes[token] = why;

    /// <summary>Notes the numbers of a sentence that is not the text's own.</summary>
    public void Beside(Sentence at, ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        for (var i = at.First; i < at.End; i++)
            if (HasDigit(text[tokens[i].Start..tokens[i].End])) notes.Add(new Note { Span = Span(i, i + 1, tokens), Rule = "of another text, which the page offers" });
    }

    /// <summary>A sentence whose chunks have been read; null chunks where it has no number.</summary>
    public void Sentence(Sentence at, ChunkedSentence? sentence, ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        if (sentence is null)
        {
            for (var i = at.First; i < at.End; i++) Name(i, text, tokens);
            return;
        }

        foreach (var chunk in sentence.Chunks)
        {
            if (chunk.Quantity is { } quantity)
            {
                var note = new Note { Span = Span(chunk.First, quantity.End, tokens), Quantity = quantity };
                byQuantity[quantity] = note;
                notes.Add(note);
            }
            else if (chunk.Kind == ChunkKind.Word && chunk.End - chunk.First == 1)
            {
                Name(chunk.First, text, tokens);
            }
            else if (HasDigit(text[tokens[chunk.First].Start..tokens[chunk.End - 1].End]))
            {
                notes.Add(new Note
                {
                    Span = Span(chunk.First, chunk.End, tokens),
                    Rule = chunk.Kind == ChunkKind.Period ? "a period" : "part of a fixed phrase",
                    Interpretation = chunk.Kind == ChunkKind.Period ? NumberInterpretation.Period : NumberInterpretation.Nothing,
                    Period = chunk.Period?.Period,
                });
            }
        }
    }

    /// <summary>A statement that became an observation, by its place among all of them.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="observation">The place of the observation.</param>
    /// <param name="comparisons">The observation's comparisons, those of the statement's quantities first and in their order.</param>
    /// <param name="naming">Which rule named it.</param>
    public void Stated(Statement statement, int observation, IReadOnlyList<Comparison> comparisons, string naming)
    {
        if (statement.Level is { } level && byQuantity.TryGetValue(level, out var value))
            (value.Interpretation, value.Observation, value.Rule) = (NumberInterpretation.Value, observation, $"{level.Rule}; {naming}");
        for (var i = 0; i < statement.Comparisons.Count; i++)
        {
            var quantity = statement.Comparisons[i];
            if (!byQuantity.TryGetValue(quantity, out var note)) continue;
            note.Comparison = comparisons[i];
            (note.Interpretation, note.Observation, note.Rule) = (NumberInterpretation.Comparison, observation, statement.Level is null ? $"{quantity.Rule}; {naming}" : quantity.Rule);
        }
    }

    /// <summary>How the indicator of a statement was chosen.</summary>
    /// <param name="anchor">The number that states it.</param>
    /// <param name="decision">The decision.</param>
    public void Decided(Quantity anchor, IndicatorDecision decision)
    {
        if (byQuantity.TryGetValue(anchor, out var note)) note.Decision = decision;
    }

    /// <inheritdoc/>
    public void Figure(SourceSpan span, int observation, Comparison? comparison, string rule) => notes.Add(new Note
    {
        Span = span,
        Observation = observation,
        Comparison = comparison,
        Interpretation = comparison is null ? NumberInterpretation.Value : NumberInterpretation.Comparison,
        Rule = rule,
    });

    /// <inheritdoc/>
    public void Left(SourceSpan span, string rule) => notes.Add(new Note { Span = span, Rule = rule });

    /// <summary>How a statement got its indicator.</summary>
    /// <param name="named">The cue that named it, if one did.</param>
    /// <param name="indicator">The indicator; null where it got none.</param>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    public static string Naming(NamedIndicator? named, Indicator? indicator, ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        if (named is not { } found) return indicator is null ? "no cue of the catalogue names it" : $"{indicator.Code} is what the text before it is about";
        var head = text[tokens[found.Head.First].Start..tokens[found.Head.End - 1].End];
        return $"cue {found.Cue.Number.ToString(CultureInfo.InvariantCulture)} of {found.Cue.Indicator.Code} at “{head}”";
    }

    /// <summary>The explanations, in the order of the text.</summary>
    /// <param name="merged">The document's observations.</param>
    /// <param name="into">For each observation before repetitions were merged its place in <paramref name="merged"/>; -1 where it was dropped.</param>
    public List<Explanation> Explanations(IReadOnlyList<Observation> merged, int[] into)
    {
        var said = new HashSet<int>();
        return [.. notes.OrderBy(n => n.Span.Start).Select(note => note.Observation is { } observation ? Explained(note, merged, into[observation], said) : Left(note))];
    }

    static Explanation Explained(Note note, IReadOnlyList<Observation> merged, int place, HashSet<int> said)
    {
        if (place < 0)
            return new Explanation { Span = note.Span, Interpretation = NumberInterpretation.Nothing, Rule = $"a repetition of what is stated in full elsewhere ({note.Rule})" };
        var again = note.Interpretation == NumberInterpretation.Value && !said.Add(place);
        return new Explanation
        {
            Span = note.Span,
            Interpretation = note.Interpretation,
            Rule = again ? $"the same value again ({note.Rule})" : note.Rule,
            Observation = merged[place],
            Comparison = note.Comparison,
            Decision = note.Decision,
        };
    }

    static Explanation Left(Note note) => new()
    {
        Span = note.Span,
        Interpretation = note.Interpretation,
        Period = note.Period,
        Rule = note.Quantity is not { } quantity ? note.Rule
            : quantity.Reason.Length > 0 ? quantity.Reason
            : $"{quantity.Rule}, without the value that it belongs to",
    };

    void Name(int token, ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        if (!HasDigit(text[tokens[token].Start..tokens[token].End])) return;
        var rule = codes.GetValueOrDefault(token) ?? "part of a name of letters and digits";
        notes.Add(new Note { Span = Span(token, token + 1, tokens), Rule = rule });
    }

    static bool HasDigit(ReadOnlySpan<char> text) => text.ContainsAnyInRange('0', '9');

    static SourceSpan Span(int first, int end, ReadOnlySpan<Token> tokens) => new(tokens[first].Start, tokens[end - 1].End);

    sealed class Note
    {
        public required SourceSpan Span { get; init; }

        public Quantity? Quantity { get; init; }

        public string Rule { get; set; } = "";

        public NumberInterpretation Interpretation { get; set; }

        public int? Observation { get; set; }

        public Comparison? Comparison { get; set; }

        public IndicatorDecision? Decision { get; set; }

        public Period? Period { get; init; }
    }
}
