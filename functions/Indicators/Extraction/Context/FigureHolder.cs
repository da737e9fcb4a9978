using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Places;

namespace ServerlessIct.Indicators.Extraction.Context;

/// <summary>
/// Tells the figures of a company from those of the place: what Viettel earns or builds is no figure of the sector,
/// neither in a company's own news nor where a province's report names it.
/// </summary>
sealed class FigureHolder
{
    /// <summary>How many tokens count as title and lead.</summary>
    const int Lead = 60;

    readonly Language language;
    readonly string text;
    readonly Token[] tokens;
    readonly bool ofCompany;
    int paragraph = -1;
    int read;
    bool ofEveryone;

    /// <param name="language">The language data.</param>
    /// <param name="text">The text as written: a company has a capital.</param>
    /// <param name="tokenized">The same, with its tokens.</param>
    /// <param name="province">The document's place: only news of the whole country can be a company's own.</param>
    public FigureHolder(Language language, string text, TokenizedText tokenized, string? province)
    {
        this.language = language;
        this.text = text;
        tokens = tokenized.Tokens;
        ofCompany = province is null or Gazetteer.Country && LeadNamesCompany(Math.Min(Lead, tokenized.Count));
    }

    /// <summary>Whether a figure is a company's.</summary>
    /// <param name="at">Its paragraph and the first token of its sentence.</param>
    /// <param name="subject">The tokens of its subject.</param>
    /// <param name="figure">Its token.</param>
    public bool IsCompany((int Paragraph, int First) at, (int First, int End) subject, int figure)
    {
        if (NamesCompany(tokens, subject)) return true;
        if (!ofCompany) return false;
        if (at.Paragraph != paragraph) (paragraph, ofEveryone) = (at.Paragraph, false);
        for (var i = Math.Max(read, at.First); i < figure && !ofEveryone; i++) ofEveryone = ThemeAt(tokens, i, figure) == Theme.Everyone;
        read = figure;
        return !ofEveryone;
    }

    /// <summary>Whether a table's figures are a company's: in its own news, unless the caption speaks of everyone, or where the caption names it.</summary>
    /// <param name="ofTable">The tokens of the table.</param>
    /// <param name="caption">Those of its caption.</param>
    public bool IsOfCompany(Token[] ofTable, (int First, int End) caption)
    {
        if (NamesCompany(ofTable, caption)) return true;
        for (var i = caption.First; i < caption.End && ofCompany; i++)
            if (ThemeAt(ofTable, i, caption.End) == Theme.Everyone) return false;
        return ofCompany;
    }

    bool LeadNamesCompany(int end)
    {
        for (var i = 0; i < end; i++)
            if (char.IsUpper(text[tokens[i].Start]) && IsCompanyAt(tokens, i, end)) return true;
        return false;
    }

    /// <summary>Whether a company is what a range of tokens speaks of: at the start of a clause, or behind <c>của</c> and the like; not one of several in brackets.</summary>
    public bool NamesCompany(Token[] tokens, (int First, int End) range)
    {
        var bracket = 0;
        for (var i = range.First; i < range.End; i++)
        {
            if (tokens[i].Is('(')) bracket++;
            if (tokens[i].Is(')')) bracket--;
            if (bracket > 0 || !IsCompanyAt(tokens, i, range.End)) continue;
            if (i == range.First || tokens[i - 1].Kind is TokenKind.Mark or TokenKind.Break || Word(tokens[i - 1]) is "của" or "do" or "riêng" or "Riêng" or "tại") return true;
        }

        return false;
    }

    bool IsCompanyAt(Token[] among, int i, int end) => among[i].Kind == TokenKind.Word && ThemeAt(among, i, end) == Theme.Company;

    Theme ThemeAt(Token[] among, int i, int end) => language.Themes.At(among.AsSpan(0, end), i, out _);

    ReadOnlySpan<char> Word(Token token) => text.AsSpan(token.Start, token.End - token.Start);
}
