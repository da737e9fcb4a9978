using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Text;

namespace ServerlessIct.Indicators.Extraction.Context;

/// <summary>
/// Tells what a web page shows around its text: <c>Tin liên quan</c> with the headlines below it, up to an empty line; <c>Mời đọc thêm: …</c> on one line.
/// The numbers there are of other texts.
/// </summary>
sealed class Boilerplate(Language language, TokenizedText tokenized)
{
    /// <summary>A line that announces other texts has hardly a word of its own, <c>Bình luận (3)</c>; one that stands for itself has few and no stop.</summary>
    const int MostWordsBeside = 2, MostWordsAlone = 8;

    readonly Token[] tokens = tokenized.Tokens;
    int paragraph = -1;
    bool inList, opened, covered;

    /// <summary>Whether a sentence belongs to the page; sentences must be asked for in order.</summary>
    public bool Covers(Sentence at)
    {
        if (at.Paragraph == paragraph) return covered;
        paragraph = at.Paragraph;
        if (tokens[at.First].Kind == TokenKind.Break)
        {
            // The empty line may stand at once behind the announcement.
            if (!opened) inList = false;
            return covered = false;
        }

        var announces = Announces(at, out var goesOn);
        inList |= announces && !goesOn;
        opened = announces && !goesOn;
        return covered = announces || inList;
    }

    bool EndsInStop(Sentence at)
    {
        var last = at.End - 1;
        while (last > at.First && tokens[last].Kind == TokenKind.Break) last--;
        return tokens[last].Is('.');
    }

    /// <summary>Whether a line begins with the words that announce other texts, and has hardly any else or names them behind a colon.</summary>
    bool Announces(Sentence at, out bool goesOn)
    {
        goesOn = false;
        var first = at.First;
        while (first < at.End && tokens[first].Kind == TokenKind.Mark) first++;
        if (first == at.End || language.Themes.At(tokens.AsSpan(0, at.End), first, out var length) != Theme.Elsewhere) return false;
        var words = 0;
        var colon = false;
        for (var i = first + length; i < at.End; i++)
        {
            if (tokens[i].Is(':') && words == 0) colon = true;
            else if (tokens[i].Kind == TokenKind.Word) words++;
        }

        goesOn = words > (colon ? 0 : MostWordsBeside);
        return colon || words <= MostWordsBeside || (words <= MostWordsAlone && !EndsInStop(at));
    }
}
