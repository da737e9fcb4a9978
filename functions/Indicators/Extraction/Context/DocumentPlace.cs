using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Places;

namespace ServerlessIct.Indicators.Extraction.Context;

/// <summary>Finds whose a document is, from the site in it and the names that it uses, most of all in its title.</summary>
sealed class DocumentPlace(Language language)
{
    /// <summary>How many tokens count as title and lead.</summary>
    const int Lead = 60;

    /// <summary>The least that tells a province: a title beside its name, or its name in the lead.</summary>
    const int Enough = 2;

    /// <summary>Where the text speaks of the country too, a province must be named more than in passing.</summary>
    const int EnoughBesideCountry = 4;

    /// <summary>How many characters at either end count as dateline and footer.</summary>
    const int Edge = 600;

    readonly Dictionary<string, int> scores = new(StringComparer.Ordinal);
    /// <summary>So many places, none of which is named more often than all others together, are ranked or listed: <c>DTI: Đà Nẵng …; Cần Thơ …</c>.</summary>
    const int Several = 6;

    bool country, central;
    bool ofItsProvince;
    string? site;

    /// <summary>Takes in a text, or a title that stands apart from it.</summary>
    public void Add(string text, TokenizedText tokenized, bool isTitle)
    {
        var tokens = tokenized.TokenSpan;
        var firstLine = isTitle ? tokens.Length : tokenized.FirstBreak();
        if (firstLine < 0) firstLine = Lead / 2;
        FindSite(tokenized.FoldedSpan);
        if (site is not null) return;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind != TokenKind.Word || !language.Places.Begins(tokens[i])) continue;
            if (language.Places.At(text, tokens, i, out var length, out var title) is { } slug)
            {
                if (slug == Gazetteer.Country) country = true;
                else if (WeightOf(tokens, i, length, slug, title) is > 0 and var weight) Score(slug, weight + (i < firstLine ? 3 : 0) + (i < Lead ? 1 : 0));
            }
            else if (length == 0)
            {
                var word = language.Places.WordAt(tokens, i, out length);
                country |= word == PlaceWord.National;
                central |= word == PlaceWord.Central;
                ofItsProvince |= word == PlaceWord.Provincial && !(i + length < tokens.Length && tokens[i + length].Is(','));
            }

            if (length > 0) i += length - 1;
        }
    }

    /// <summary>Takes in the site or organisation that published the document.</summary>
    public void AddSource(string source) => site ??= language.Places.ByDomain(source, out _);

    /// <summary>An address in the dateline or the footer is the document's own; another counts as a name.</summary>
    void FindSite(ReadOnlySpan<char> folded)
    {
        for (var from = 0; language.Places.ByDomain(folded[from..], out var at) is { } owner; from += at)
        {
            if (from + at < Edge || from + at > folded.Length - Edge) site ??= owner;
            else Score(owner, 1);
        }
    }

    void Score(string slug, int weight) => scores[slug] = scores.GetValueOrDefault(slug) + weight;

    /// <summary>The slug; null where the text does not tell.</summary>
    public string? Find()
    {
        if (site is not null) return site;
        var (best, score, second, all) = ((string?)null, 0, 0, 0);
        foreach (var (slug, sum) in scores)
        {
            all += sum;
            if (sum > score || (sum == score && string.CompareOrdinal(slug, best) < 0)) (best, score, second) = (slug, sum, score);
            else second = Math.Max(second, sum);
        }

        if (scores.Count >= Several && score * 2 < all && !ofItsProvince && (country || central)) return Gazetteer.Country;
        if (score >= (country && !ofItsProvince ? EnoughBesideCountry : Enough) && score > second + (second / 2)) return best;
        return (country || central) && !ofItsProvince ? Gazetteer.Country : null;
    }

    /// <summary>How much one naming tells. An event takes place <c>tại Hà Nội</c>, and a letter is dated there, whosever it is.</summary>
    int WeightOf(ReadOnlySpan<Token> tokens, int i, int length, string slug, PlaceTitle title)
    {
        if (title == PlaceTitle.Part) return 0;
        var titled = title is PlaceTitle.Province or PlaceTitle.City;
        if (language.Places.IsVenue(tokens, i - language.Places.TitleLength(tokens, i) - 1)) return language.Places.IsCapital(slug) ? 0 : titled ? 2 : 1;
        var dated = i + length + 1 < tokens.Length && tokens[i + length].Is(',') && tokens[i + length + 1].Kind == TokenKind.Word && tokens[i + length + 1].Word == language.Words.Day;
        if (dated && language.Places.IsCapital(slug)) return 0;
        return titled ? 3 : 1;
    }
}
