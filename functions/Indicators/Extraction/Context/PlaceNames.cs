using System.Text.Json;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Places;

namespace ServerlessIct.Indicators.Extraction.Context;

/// <summary>The names under which texts speak of provinces, and the words around them (places.json).</summary>
sealed class PlaceNames
{
    /// <summary>What a name stands for that only looks like a province's.</summary>
    const string Elsewhere = "";

    readonly PhraseTree<string> names;
    readonly PhraseTree<PlaceWord> words;
    readonly Dictionary<string, string> sites = new(StringComparer.Ordinal);
    readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> siteLookup;
    readonly HashSet<string> cities;
    readonly HashSet<string> capitals;
    readonly HashSet<int> parts;
    readonly HashSet<int> venues;
    readonly HashSet<int> surnames;
    readonly HashSet<int> divisions;
    readonly HashSet<int> plurals;
    readonly HashSet<int> bodies;
    readonly HashSet<int> levels;
    readonly int city, cityShort, person, level;

    public PlaceNames(Vocabulary vocabulary, Gazetteer gazetteer)
    {
        names = new PhraseTree<string>(vocabulary);
        words = new PhraseTree<PlaceWord>(vocabulary);
        foreach (var place in gazetteer.Before2025)
        {
            names.Add(place.NameVi, place.Slug);
            sites[place.Domain[..place.Domain.IndexOf('.', StringComparison.Ordinal)]] = place.Slug;
            sites[place.Slug.Replace("-", "", StringComparison.Ordinal)] = place.Slug;
        }

        siteLookup = sites.GetAlternateLookup<ReadOnlySpan<char>>();
        using var stream = typeof(PlaceNames).Assembly.GetManifestResourceStream("places.json")!;
        using var json = JsonDocument.Parse(stream);
        var data = json.RootElement;
        foreach (var name in data.GetProperty("names").EnumerateObject()) names.Add(name.Name, name.Value.GetString()!);
        foreach (var kind in Enum.GetValues<PlaceWord>())
            if (kind != PlaceWord.None)
                foreach (var phrase in data.GetProperty(JsonNamingPolicy.CamelCase.ConvertName(kind.ToString())).EnumerateArray()) words.Add(phrase.GetString()!, kind);
        cities = [.. data.GetProperty("cities").EnumerateArray().Select(c => c.GetString()!)];
        capitals = [.. data.GetProperty("capitals").EnumerateArray().Select(c => c.GetString()!)];
        parts = Numbers(data, "parts", vocabulary);
        divisions = Numbers(data, "divisions", vocabulary);
        bodies = Numbers(data, "bodies", vocabulary);
        levels = Numbers(data, "levels", vocabulary);
        plurals = Numbers(data, "plurals", vocabulary);
        venues = Numbers(data, "venues", vocabulary);
        surnames = Numbers(data, "surnames", vocabulary);
        level = vocabulary.Add("cấp");
        (Province, Ministry) = (vocabulary.Add("tỉnh"), vocabulary.Add("bộ"));
        (city, Town, cityShort, person) = (vocabulary.Add("phố"), vocabulary.Add("thành"), vocabulary.Add("tp"), vocabulary.Add("chí"));
        All = vocabulary.Add("cả");
    }

    /// <summary>The word <c>tỉnh</c>.</summary>
    public int Province { get; }

    /// <summary>The word <c>bộ</c>.</summary>
    public int Ministry { get; }

    /// <summary>The word <c>thành</c> of <c>thành phố</c>.</summary>
    int Town { get; }

    /// <summary>The word <c>cả</c> of <c>cả nước</c>.</summary>
    public int All { get; }

    /// <summary><c>tỉnh, thành phố</c>, <c>tỉnh/thành</c>; in <c>của tỉnh, đồng chí …</c> a province is alone.</summary>
    /// <param name="tokens">The tokens of the text.</param>
    /// <param name="province">The token of <c>tỉnh</c>.</param>
    public bool IsPaired(ReadOnlySpan<Token> tokens, int province) =>
        province + 2 < tokens.Length && (tokens[province + 1].Is(',') || tokens[province + 1].Is('/')) && tokens[province + 2].Kind == TokenKind.Word && tokens[province + 2].Word == Town;

    /// <summary>Whether a place is a city with a province's rank.</summary>
    public bool IsCity(string? slug) => slug is not null && cities.Contains(slug);

    /// <summary>Whether a word is the title of a district or commune.</summary>
    public bool IsDivision(Token token) => token.Kind == TokenKind.Word && divisions.Contains(token.Word);

    /// <summary><c>huyện Trà Ôn</c>, <c>xã Mỹ Lộc</c>, <c>thành phố Vinh</c>: a part of a province by name; <c>các xã</c> are many, and a title in capitals names none.</summary>
    /// <param name="text">The text as written: a name has a capital.</param>
    public bool IsPart(string text, ReadOnlySpan<Token> tokens, int i)
    {
        if (i + 1 >= tokens.Length || tokens[i + 1].Kind != TokenKind.Word || !char.IsLower(text[tokens[i].End - 1]) || !char.IsUpper(text[tokens[i + 1].Start])) return false;
        if (IsDivision(tokens[i])) return true;
        return TitleLength(tokens, i + 1) == 2 && tokens[i].Kind == TokenKind.Word && (At(text, tokens, i + 1, out _, out var title) is null || title == PlaceTitle.Seat);
    }

    /// <summary>Whether a word is the title of a body of the province: <c>Sở Tư pháp</c>.</summary>
    public bool IsBody(Token token) => token.Kind == TokenKind.Word && bodies.Contains(token.Word);

    /// <summary>Whether a word is of those that name levels of government, areas and bodies: <c>khối địa phương</c>, <c>cấp xã</c>.</summary>
    public bool IsLevelOrArea(Token token) => token.Kind == TokenKind.Word && levels.Contains(token.Word);

    /// <summary>Whether a word before <c>tỉnh</c> says that there are many: <c>các</c>, <c>nhiều</c>.</summary>
    public bool IsPlural(Token token) => token.Kind == TokenKind.Word && plurals.Contains(token.Word);

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
        return title == PlaceTitle.None && length > 2 && tokens[i + 1].Word == person ? null : slug;
    }

    /// <summary>What a phrase at a token says of places.</summary>
    /// <param name="length">The number of its tokens.</param>
    public PlaceWord WordAt(ReadOnlySpan<Token> tokens, int i, out int length)
    {
        length = words.Longest(tokens, i, out var word);
        return length > 0 ? word : PlaceWord.None;
    }

    /// <summary>Whether something happens at the place named behind the token.</summary>
    public bool IsVenue(ReadOnlySpan<Token> tokens, int i) => i >= 0 && tokens[i].Kind == TokenKind.Word && venues.Contains(tokens[i].Word);

    /// <summary>Whether the nation's bodies sit there, so that being named as a venue says nothing.</summary>
    public bool IsCapital(string slug) => capitals.Contains(slug);

    /// <summary><c>cấp tỉnh, cấp huyện</c>: a level of government, and no provinces.</summary>
    public bool IsLevel(Token token) => token.Kind == TokenKind.Word && token.Word == level;

    /// <summary>Whether a word says that the name behind it is a province or city.</summary>
    public bool IsTitle(Token token) => token.Kind == TokenKind.Word && (token.Word == Province || token.Word == city || token.Word == cityShort);

    /// <summary>The number of tokens of <c>thành phố</c>, <c>TP.</c>, <c>tỉnh</c> before a name.</summary>
    public int TitleLength(ReadOnlySpan<Token> tokens, int i)
    {
        if (i > 1 && ((tokens[i - 1].Word == city && tokens[i - 2].Word == Town) || (tokens[i - 1].Is('.') && tokens[i - 2].Word == cityShort))) return 2;
        return i > 0 && (tokens[i - 1].Word == cityShort || tokens[i - 1].Word == Province) ? 1 : 0;
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
                if (siteLookup.TryGetValue(name, out var slug) || (name.StartsWith("bao") && siteLookup.TryGetValue(name[3..], out slug))) return slug;
            }
        }

        return null;
    }

    PlaceTitle TitleOf(ReadOnlySpan<Token> tokens, int i, string slug)
    {
        if (i == 0) return PlaceTitle.None;
        if (tokens[i - 1].Kind == TokenKind.Word && tokens[i - 1].Word == Province) return PlaceTitle.Province;
        if (TitleLength(tokens, i) > 0) return cities.Contains(slug) ? PlaceTitle.City : PlaceTitle.Seat;
        return tokens[i - 1].Kind == TokenKind.Word && parts.Contains(tokens[i - 1].Word) ? PlaceTitle.Part : PlaceTitle.None;
    }

    bool IsPerson(string text, ReadOnlySpan<Token> tokens, int i)
    {
        for (var j = i - 1; j >= 0 && j >= i - 2 && tokens[j].Kind == TokenKind.Word && char.IsUpper(text[tokens[j].Start]); j--)
            if (surnames.Contains(tokens[j].Word) && !IsAllCapitals(text, tokens[j])) return true;
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

    static HashSet<int> Numbers(JsonElement data, string name, Vocabulary vocabulary) =>
        [.. data.GetProperty(name).EnumerateArray().Select(w => vocabulary.Add(w.GetString()!))];
}
