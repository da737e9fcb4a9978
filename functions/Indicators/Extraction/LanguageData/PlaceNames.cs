using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Places;

namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>The names under which texts speak of provinces, and the words around them (places.json).</summary>
sealed class PlaceNames
{
    /// <summary>What a name stands for that only looks like a province's.</summary>
    const string Elsewhere = "";

    const string File = "places.json";

    readonly PhraseTree<string> names;
    readonly PhraseTree<PlaceWord> words;
    readonly Dictionary<string, string> sites = new(StringComparer.Ordinal);
    readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> siteLookup;
    readonly PlaceData known;
    readonly int town;

    /// <summary>Reads places.json.</summary>
    /// <exception cref="InvalidDataException">An entry is missing or superfluous.</exception>
    public PlaceNames(LanguageFiles files, Words common, Gazetteer gazetteer)
    {
        town = common.Town;
        names = new PhraseTree<string>(files.Vocabulary);
        words = new PhraseTree<PlaceWord>(files.Vocabulary);
        foreach (var place in gazetteer.Before2025)
        {
            names.Add(place.NameVi, place.Slug);
            sites[place.Domain[..place.Domain.IndexOf('.', StringComparison.Ordinal)]] = place.Slug;
            sites[place.Slug.Replace("-", "", StringComparison.Ordinal)] = place.Slug;
        }

        siteLookup = sites.GetAlternateLookup<ReadOnlySpan<char>>();
        known = files.Read<PlaceData>(File);
        foreach (var (name, slug) in known.Names) names.Add(name, slug);
        foreach (var (word, phrases) in files.Groups<PlaceWord, string[]>(File, known.Phrases, PlaceWord.None))
            foreach (var phrase in phrases) words.Add(phrase, word);
    }

    /// <summary>The word <c>tỉnh</c>.</summary>
    public int Province => known.Province;

    /// <summary>The word <c>bộ</c>.</summary>
    public int Ministry => known.Ministry;

    /// <summary>The word <c>cả</c> of <c>cả nước</c>.</summary>
    public int All => known.All;

    /// <summary>The word <c>địa</c> of <c>địa phương</c>.</summary>
    public int Locality => known.Locality;

    /// <summary>The word <c>mới</c> of <c>nông thôn mới</c>, which is a programme.</summary>
    public int Reformed => known.Reformed;

    /// <summary><c>tỉnh, thành phố</c>, <c>tỉnh/thành</c>; in <c>của tỉnh, đồng chí …</c> a province is alone.</summary>
    /// <param name="tokens">The tokens of the text.</param>
    /// <param name="province">The token of <c>tỉnh</c>.</param>
    public bool IsPaired(ReadOnlySpan<Token> tokens, int province) =>
        province + 2 < tokens.Length && (tokens[province + 1].Is(',') || tokens[province + 1].Is('/')) && tokens[province + 2].Kind == TokenKind.Word && tokens[province + 2].Word == town;

    /// <summary>Whether a place is a city with a province's rank.</summary>
    public bool IsCity(string? slug) => slug is not null && known.Cities.Contains(slug);

    /// <summary>Whether a word is the title of a district or commune.</summary>
    public bool IsDivision(Token token) => token.Kind == TokenKind.Word && known.Divisions.Contains(token.Word);

    /// <summary><c>huyện Trà Ôn</c>, <c>xã Mỹ Lộc</c>, <c>thành phố Vinh</c>: a part of a province by name; <c>các xã</c> are many, and a title in capitals names none.</summary>
    /// <param name="text">The text as written: a name has a capital.</param>
    public bool IsPart(string text, ReadOnlySpan<Token> tokens, int i)
    {
        if (i + 1 >= tokens.Length || tokens[i + 1].Kind != TokenKind.Word || !char.IsLower(text[tokens[i].End - 1]) || !char.IsUpper(text[tokens[i + 1].Start])) return false;
        if (IsDivision(tokens[i])) return true;
        return TitleLength(tokens, i + 1) == 2 && tokens[i].Kind == TokenKind.Word && (At(text, tokens, i + 1, out _, out var title) is null || title == PlaceTitle.Seat);
    }

    /// <summary>Whether a word is the title of a body of the province: <c>Sở Tư pháp</c>.</summary>
    public bool IsBody(Token token) => token.Kind == TokenKind.Word && known.Bodies.Contains(token.Word);

    /// <summary>Whether a word is of those that name levels of government, areas and bodies: <c>khối địa phương</c>, <c>cấp xã</c>.</summary>
    public bool IsLevelOrArea(Token token) => token.Kind == TokenKind.Word && known.Levels.Contains(token.Word);

    /// <summary>Whether a word before <c>tỉnh</c> says that there are many: <c>các</c>, <c>nhiều</c>.</summary>
    public bool IsPlural(Token token) => token.Kind == TokenKind.Word && known.Plurals.Contains(token.Word);

    /// <summary>Whether a name, or a phrase of <see cref="WordAt"/>, may begin with a token; most do not.</summary>
    public bool Begins(Token token) => names.Begins(token) || words.Begins(token);

    /// <summary>The slug of the place that is named at a token; null where none is.</summary>
    /// <param name="text">The text as written: a name has capitals.</param>
    /// <param name="length">The number of its tokens, 0 for none.</param>
    /// <param name="title">What the word before it says it is.</param>
    public string? At(string text, ReadOnlySpan<Token> tokens, int i, out int length, out PlaceTitle title)
    {
        title = PlaceTitle.None;
        length = names.Longest(tokens, i, out var slug);
        if (length == 0 || slug == Elsewhere) return null;
        if (slug == Gazetteer.Country) return slug;
        if (!(IsCapitalised(text, tokens.Slice(i, length)) || IsHalfCapitalised(text, tokens, i, length)) || IsPerson(text, tokens, i)) return null;
        title = TitleOf(tokens, i, slug!);
        return title == PlaceTitle.None && length > 2 && tokens[i + 1].Word == known.Person ? null : slug;
    }

    /// <summary>What a phrase at a token says of places.</summary>
    /// <param name="length">The number of its tokens.</param>
    public PlaceWord WordAt(ReadOnlySpan<Token> tokens, int i, out int length)
    {
        length = words.Longest(tokens, i, out var word);
        return length > 0 ? word : PlaceWord.None;
    }

    /// <summary>Whether something happens at the place named behind the token.</summary>
    public bool IsVenue(ReadOnlySpan<Token> tokens, int i) => i >= 0 && tokens[i].Kind == TokenKind.Word && known.Venues.Contains(tokens[i].Word);

    /// <summary>Whether the nation's bodies sit there, so that being named as a venue says nothing.</summary>
    public bool IsCapital(string slug) => known.Capitals.Contains(slug);

    /// <summary><c>cấp tỉnh, cấp huyện</c>: a level of government, and no provinces.</summary>
    public bool IsLevel(Token token) => token.Kind == TokenKind.Word && token.Word == known.Level;

    /// <summary>Whether a word says that the name behind it is a province or city.</summary>
    public bool IsTitle(Token token) => token.Kind == TokenKind.Word && (token.Word == Province || token.Word == known.City || token.Word == known.CityShort);

    /// <summary>The number of tokens of <c>thành phố</c>, <c>TP.</c>, <c>tỉnh</c> before a name.</summary>
    public int TitleLength(ReadOnlySpan<Token> tokens, int i)
    {
        if (i > 1 && ((tokens[i - 1].Word == known.City && tokens[i - 2].Word == town) || (tokens[i - 1].Is('.') && tokens[i - 2].Word == known.CityShort))) return 2;
        return i > 0 && (tokens[i - 1].Word == known.CityShort || tokens[i - 1].Word == Province) ? 1 : 0;
    }

    /// <summary>The slug of the province whose web address a text names; null for none.</summary>
    /// <param name="at">Where its address ends.</param>
    public string? ByDomain(ReadOnlySpan<char> folded, out int at)
    {
        for (at = 0; folded[at..].IndexOf(".vn", StringComparison.Ordinal) is >= 0 and var found;)
        {
            at += found + 3;
            var start = at - 3;
            while (start > 0 && (char.IsAsciiLetterOrDigit(folded[start - 1]) || folded[start - 1] is '-' or '.')) start--;
            foreach (var label in folded[start..at].Split('.'))
            {
                var name = folded[start..at][label];
                if (siteLookup.TryGetValue(name, out var slug) || (name.StartsWith(known.NewspaperSite) && siteLookup.TryGetValue(name[known.NewspaperSite.Length..], out slug))) return slug;
            }
        }

        return null;
    }

    PlaceTitle TitleOf(ReadOnlySpan<Token> tokens, int i, string slug)
    {
        if (i == 0) return PlaceTitle.None;
        if (tokens[i - 1].Kind == TokenKind.Word && tokens[i - 1].Word == Province) return PlaceTitle.Province;
        if (TitleLength(tokens, i) > 0) return known.Cities.Contains(slug) ? PlaceTitle.City : PlaceTitle.Seat;
        return tokens[i - 1].Kind == TokenKind.Word && known.Parts.Contains(tokens[i - 1].Word) ? PlaceTitle.Part : PlaceTitle.None;
    }

    bool IsPerson(string text, ReadOnlySpan<Token> tokens, int i)
    {
        for (var j = i - 1; j >= 0 && j >= i - 2 && tokens[j].Kind == TokenKind.Word && char.IsUpper(text[tokens[j].Start]); j--)
            if (known.Surnames.Contains(tokens[j].Word) && !IsAllCapitals(text, tokens[j])) return true;
        return false;
    }

    static bool IsAllCapitals(string text, Token token) => token.End - token.Start > 1 && char.IsUpper(text[token.Start + 1]);

    static bool IsCapitalised(string text, ReadOnlySpan<Token> name)
    {
        foreach (var token in name)
            if (token.Kind == TokenKind.Word && char.IsLower(text[token.Start])) return false;
        return true;
    }

    /// <summary><c>Long An còn 12%; Bến tre còn 15%</c>: a slip of the pen; where a sentence begins, <c>Hòa bình</c> is peace.</summary>
    static bool IsHalfCapitalised(string text, ReadOnlySpan<Token> tokens, int i, int length) =>
        length == 2 && i > 1 && char.IsUpper(text[tokens[i].Start]) && (tokens[i - 1].Is(';') || tokens[i - 1].Is(',') || tokens[i - 1].Kind == TokenKind.Word) && tokens[i + 1].Kind == TokenKind.Word;
}
