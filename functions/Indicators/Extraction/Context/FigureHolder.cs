using ServerlessIct.Indicators.Extraction.LanguageData;
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

    /// <summary>The letterhead of a district's document is among so many tokens.</summary>
    const int Head = 14;

    /// <summary>A company before a colon is named in so many tokens.</summary>
    const int LongestLabel = 8;

    /// <summary>There are no more large operators than this.</summary>
    const int WholeSector = 3;

    readonly Language language;
    readonly string text;
    readonly Token[] tokens;
    readonly bool ofCompany, ofDistrict;
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
        ofDistrict = HeadNamesDistrict(Math.Min(Head, tokenized.Count));
        ofCompany = province is null or Gazetteer.Country && LeadNamesCompany(Math.Min(Lead, tokenized.Count));
    }

    /// <summary>Whether a figure is a company's, or a district's in its own document.</summary>
    /// <param name="at">Its paragraph and the first token of its sentence.</param>
    /// <param name="subject">The tokens of its subject.</param>
    /// <param name="figure">Its token.</param>
    public bool IsCompany((int Paragraph, int First) at, (int First, int End) subject, int figure)
    {
        if (NamesCompany(tokens, subject) || NamesCompany(tokens, Label(at.First, figure))) return true;
        if (!ofCompany && !ofDistrict) return false;
        if (at.Paragraph != paragraph) (paragraph, ofEveryone) = (at.Paragraph, false);
        for (var i = Math.Max(read, at.First); i < figure && !ofEveryone; i++) ofEveryone = ofDistrict ? SpeaksOfProvince(i, figure) : ThemeAt(tokens, i, figure) == Theme.Everyone;
        read = figure;
        return !ofEveryone;
    }

    /// <summary><c>VNPT Hải Dương: doanh thu 171 tỷ đồng</c>: the words before the colon of a sentence; empty where none stands near its start.</summary>
    (int First, int End) Label(int first, int figure)
    {
        for (var i = first; i < figure && i < first + LongestLabel; i++)
        {
            if (tokens[i].Is(':')) return (first, i);
            if (tokens[i].Kind == TokenKind.Number) break;
        }

        return (first, first);
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

    /// <summary><c>UBND HUYỆN M'ĐRẮK</c> at the head of a document: its figures are of the district, where they are not said to be of the province.</summary>
    bool HeadNamesDistrict(int end)
    {
        for (var i = 0; i + 1 < end; i++)
        {
            if (tokens[i].Kind == TokenKind.Word && ThemeAt(tokens, i, end) == Theme.District) return true;
            if (language.Places.IsDivision(tokens[i]) && tokens[i + 1].Kind == TokenKind.Word && IsCapital(i) && IsCapital(i + 1) && (i == 0 || tokens[i - 1].Kind == TokenKind.Break)) return true;
        }

        return false;
    }

    bool IsCapital(int i) => char.IsUpper(text[tokens[i].Start]);

    bool SpeaksOfProvince(int i, int end) =>
        tokens[i].Kind == TokenKind.Word && (language.Places.WordAt(tokens.AsSpan(0, end), i, out _) is PlaceWord.Provincial or PlaceWord.Municipal || language.Places.At(text, tokens.AsSpan(0, end), i, out _, out _) == Gazetteer.Country);

    bool LeadNamesCompany(int end)
    {
        for (var i = 0; i < end; i++)
            if (char.IsUpper(text[tokens[i].Start]) && IsCompanyAt(tokens, i, end)) return true;
        return false;
    }

    /// <summary>Whether a company is what a range of tokens speaks of: at the start of a clause, or behind <c>của</c> and the like; neither one of several in brackets nor all of them.</summary>
    public bool NamesCompany(Token[] tokens, (int First, int End) range)
    {
        var bracket = 0;
        if (NamesAll(tokens, range)) return false;
        for (var i = range.First; i < range.End; i++)
        {
            if (tokens[i].Is('(')) bracket++;
            if (tokens[i].Is(')')) bracket--;
            if (bracket > 0 || !IsCompanyAt(tokens, i, range.End)) continue;
            if (i == range.First || tokens[i - 1].Kind is TokenKind.Mark or TokenKind.Break || language.Words.OfOwner.Contains(tokens[i - 1].Word)) return true;
        }

        return false;
    }

    /// <summary><c>Ba doanh nghiệp VNPT, Viettel, MobiFone</c>: so many in a row are the sector.</summary>
    bool NamesAll(Token[] tokens, (int First, int End) range)
    {
        var row = 0;
        for (var i = range.First; i < range.End; i++)
        {
            if (IsCompanyAt(tokens, i, range.End)) row++;
            else if (tokens[i].Kind == TokenKind.Word && !(row > 0 && tokens[i].Word == language.Words.And)) row = 0;
            if (row >= WholeSector) return true;
        }

        return false;
    }

    bool IsCompanyAt(Token[] among, int i, int end) => among[i].Kind == TokenKind.Word && ThemeAt(among, i, end) == Theme.Company;

    Theme ThemeAt(Token[] among, int i, int end) => language.Themes.At(among.AsSpan(0, end), i, out _);
}
