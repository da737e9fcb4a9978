using System.Runtime.InteropServices;
using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Context;

/// <summary>The lines with which a document begins before its prose: letterhead, kind of paper, title.</summary>
/// <param name="End">The token at which they end.</param>
/// <param name="PlanFirst">The first token of the line that calls the document a plan; -1 where none does.</param>
/// <param name="PlanEnd">One past the last token of that line, or of the title under it.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct TitleLines(int End, int PlanFirst, int PlanEnd)
{
    /// <summary>Title lines stand among the first so many tokens.</summary>
    const int Reach = 90;

    /// <summary>A longer line is prose.</summary>
    const int LongestLine = 40;

    /// <summary>Reads the lines; the first counts as title whatever it looks like.</summary>
    public static TitleLines Read(Language language, TokenizedText text)
    {
        var tokens = text.TokenSpan;
        var (first, title, planFirst, planEnd, untitled) = (0, -1, -1, 0, false);
        for (var i = 0; i < tokens.Length && first < Reach && i - first <= LongestLine; i++)
        {
            if (tokens[i].Kind != TokenKind.Break) continue;
            if (i > first)
            {
                if (title >= 0 && IsProse(tokens[i - 1])) break;
                title = i;
                var isPlan = planFirst < 0 && language.Themes.At(tokens, first, out _) == Theme.Plan;
                if (isPlan) planFirst = first;
                if (isPlan || untitled) planEnd = i;
                untitled = isPlan;
            }

            first = i + 1;
        }

        return new TitleLines(title < 0 ? Math.Max(0, text.FirstBreak()) : title, planFirst, planEnd);
    }

    /// <summary>Whether a token stands in the title of a plan.</summary>
    public bool IsPlan(int token) => token >= PlanFirst && token < PlanEnd;

    static bool IsProse(Token last) => last.Kind == TokenKind.Mark && (char)last.Word is '.' or ',' or ';' or ':' or '!' or '…';
}
