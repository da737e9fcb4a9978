using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Places;

namespace ServerlessIct.Indicators.Extraction.Context;

/// <summary>
/// Finds whose a document is: the site in its dateline or footer tells; else every province that it names, and the country, is a candidate,
/// scored by what speaks for it.
/// </summary>
sealed class DocumentPlace(Language language)
{
    /// <summary>A lower score tells nothing: a province named once in passing.</summary>
    const double Enough = 2.5;

    /// <summary>More mentions do not say more.</summary>
    const int MostMentions = 3;

    /// <summary>So many places are ranked or listed: <c>DTI: Đà Nẵng …; Cần Thơ …</c>.</summary>
    const int SeveralPlaces = 4;

    /// <summary>How many characters at either end count as dateline and footer.</summary>
    const int Edge = 600;

    readonly List<Candidate<string, PlaceFeature>> provinces = [];
    readonly Candidate<string, PlaceFeature> country = new(Gazetteer.Country, 0);

    /// <summary>How often each province is named.</summary>
    readonly Dictionary<string, int> named = new(StringComparer.Ordinal);
    int own;
    bool central;
    string? site;

    /// <summary>Takes in a text, or a title that stands apart from it.</summary>
    public void Add(string text, TokenizedText tokenized, bool isTitle)
    {
        FindSite(tokenized.FoldedSpan);
        if (site is not null) return;
        var tokens = tokenized.TokenSpan;
        var title = isTitle ? tokens.Length : TitleLines.Read(language, tokenized).End;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind != TokenKind.Word || !language.Places.Begins(tokens[i])) continue;
            if (language.Places.At(text, tokens, i, out var length, out var sort) is { } slug)
            {
                if (slug == Gazetteer.Country) country.Count(PlaceFeature.Country, MostMentions);
                else if (sort != PlaceTitle.Part) NoteProvince(tokens, i, length, slug, sort, i < title);
            }
            else if (length == 0)
            {
                NoteWord(tokens, i, i < title, out length);
            }

            if (length > 0) i += length - 1;
        }
    }

    /// <summary>Takes in the site or organisation that published the document.</summary>
    public void AddSource(string source) => site ??= language.Places.ByDomain(source, out _);

    /// <summary>The slug; null where the text does not tell.</summary>
    public string? Find()
    {
        if (site is not null) return site;
        var best = Rank()[0];
        if (best.Score(language.PlaceWeights) >= Enough) return best.Value;
        // Nobody's province is spoken of, and the country is.
        return own == 0 && (central || country[PlaceFeature.Country] > 0) ? Gazetteer.Country : null;
    }

    /// <summary>The candidates, the best first.</summary>
    List<Candidate<string, PlaceFeature>> Rank()
    {
        var (all, most) = (named.Values.Sum(), named.Count > 0 ? named.Values.Max() : 0);
        foreach (var province in provinces)
        {
            province[PlaceFeature.Share] = (double)named[province.Value] / all;
            province[PlaceFeature.Own] = own;
        }

        if (named.Count >= SeveralPlaces && most * 2 < all) country[PlaceFeature.Several] = 1;
        // OrderBy keeps the order of what scores the same: that in which the text names them.
        return [.. provinces.Append(country).OrderByDescending(c => c.Score(language.PlaceWeights))];
    }

    /// <summary>An address in the dateline or the footer is the document's own; another counts as a name.</summary>
    void FindSite(ReadOnlySpan<char> folded)
    {
        for (var from = 0; language.Places.ByDomain(folded[from..], out var at) is { } owner; from += at)
        {
            if (from + at < Edge || from + at > folded.Length - Edge) site ??= owner;
            else Province(owner).Count(PlaceFeature.Mentions, MostMentions);
        }
    }

    /// <summary>An event takes place <c>tại Hà Nội</c>, and a letter is dated there, whosever it is.</summary>
    void NoteProvince(ReadOnlySpan<Token> tokens, int i, int length, string slug, PlaceTitle sort, bool inTitle)
    {
        var titled = sort is PlaceTitle.Province or PlaceTitle.City;
        var venue = language.Places.IsVenue(tokens, i - language.Places.TitleLength(tokens, i) - 1) || IsDated(tokens, i + length);
        if (venue && language.Places.IsCapital(slug)) return;
        var province = Province(slug);
        if (venue && !titled) return;
        if (inTitle) province[titled ? PlaceFeature.Titled : PlaceFeature.Named] = 1;
        province.Count(titled ? PlaceFeature.TitledMentions : PlaceFeature.Mentions, MostMentions);
    }

    void NoteWord(ReadOnlySpan<Token> tokens, int i, bool inTitle, out int length)
    {
        switch (language.Places.WordAt(tokens, i, out length))
        {
            case PlaceWord.National:
                country.Count(PlaceFeature.Country, MostMentions);
                break;
            case PlaceWord.Central:
                central = true;
                if (inTitle && (i == 0 || tokens[i - 1].Kind == TokenKind.Break)) country[PlaceFeature.Issuer] = 1;
                break;
            // Của tỉnh, thành phố: of any.
            case PlaceWord.Provincial or PlaceWord.Home when !(i + length < tokens.Length && tokens[i + length].Is(',')):
                own = Math.Min(MostMentions, own + 1);
                break;
        }
    }

    Candidate<string, PlaceFeature> Province(string slug)
    {
        named[slug] = named.GetValueOrDefault(slug) + 1;
        foreach (var known in provinces)
            if (known.Value == slug) return known;
        provinces.Add(new Candidate<string, PlaceFeature>(slug, provinces.Count));
        return provinces[^1];
    }

    /// <summary><c>Hà Nội, ngày 3 tháng 2</c>.</summary>
    bool IsDated(ReadOnlySpan<Token> tokens, int end) =>
        end + 1 < tokens.Length && tokens[end].Is(',') && tokens[end + 1].Kind == TokenKind.Word && tokens[end + 1].Word == language.PeriodWords.Day;
}
