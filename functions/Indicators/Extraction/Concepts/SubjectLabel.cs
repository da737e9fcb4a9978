using ServerlessIct.Indicators.Extraction.Comparisons;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Concepts;

/// <summary>Cuts a statement's subject out of the text, as it is worded there.</summary>
sealed class SubjectLabel(string text, Token[] tokens)
{
    /// <summary>Labels are cut here; a subject is rarely longer.</summary>
    const int Longest = 200;

    /// <summary>The label, on one line; of a count what is counted. Empty where the text names neither.</summary>
    public string Of(Statement statement, StatementWords words)
    {
        var (first, end) = words.Subject;
        while (first < end && tokens[first].Kind is TokenKind.Mark or TokenKind.Break) first++;
        while (end > first && tokens[end - 1].Kind is TokenKind.Mark or TokenKind.Break) end--;
        var noun = words.Noun;
        var counted = statement.Level is { Unit: null } && noun.End > noun.First && tokens[noun.First].Kind == TokenKind.Word;
        var (from, to) = counted || end <= first ? noun : (first, end);
        if (to <= from) return "";
        var start = tokens[from].Start;
        var own = text[start..Math.Min(tokens[to - 1].End, start + Longest)];
        var (headFirst, headEnd) = counted ? default : words.Head;
        return (headEnd > headFirst ? $"{text.AsSpan(tokens[headFirst].Start, tokens[headEnd - 1].End - tokens[headFirst].Start)} {own}" : own).Replace('\n', ' ').Trim();
    }
}
