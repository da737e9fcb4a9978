using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Places;

namespace ServerlessIct.Indicators.Extraction.Structure;

/// <summary>Finds the places that a sentence or a heading names, and what the words around say of each.</summary>
/// <param name="language">The language data.</param>
/// <param name="text">The text as written: a name has capitals.</param>
/// <param name="tokenized">The same, folded, with its tokens.</param>
/// <param name="document">The slug of the document's place; null for none.</param>
sealed class PlaceScanner(Language language, string text, TokenizedText tokenized, string? document)
{
    /// <summary>How many tokens behind <c>so với</c> a name is still what is compared with.</summary>
    const int ApartReach = 4;

    /// <summary>From an act to where it was done there are rarely more tokens.</summary>
    const int ActReach = 10;

    readonly Token[] tokens = tokenized.Tokens;
    readonly PlaceNames places = language.Places;

    /// <summary>Adds the mentions between two tokens to a list, in order.</summary>
    public void Scan(int first, int end, List<PlaceMention> mentions)
    {
        var apart = -1;
        var span = tokens.AsSpan(0, end);
        for (var i = first; i < end; i++)
        {
            if (tokens[i].Kind != TokenKind.Word)
            {
                if (tokens[i].Is(',') || tokens[i].Is('(') || tokens[i].Is(';')) apart = -1;
                continue;
            }

            if (!places.Begins(tokens[i]) && tokens[i].Word != places.Province) continue;
            if (places.At(text, span, i, out var length, out var title) is { } slug)
            {
                if (IsSubject(slug, i, length, title)) mentions.Add(new PlaceMention(i - places.TitleLength(tokens, i), i + length, slug, i < apart || IsScene(first, i, slug) ? PlaceStanding.Beside : PlaceStanding.Subject));
                apart = -1;
            }
            else if (length == 0)
            {
                length = ScanWords(span, first, i, mentions, ref apart);
            }

            if (length > 0) i += length - 1;
        }
    }

    /// <summary><c>công bố ngày 10/5/2022 tại Hà Nội</c>, <c>công bố tại Hà Nội</c>: where the nation's bodies do something, which tells of no figure.</summary>
    bool IsScene(int first, int i, string slug)
    {
        var at = i - places.TitleLength(tokens, i) - 1;
        if (slug == document || !places.IsCapital(slug) || at <= first || !places.IsVenue(tokens, at)) return false;
        for (var j = at - 1; j > first && j >= at - ActReach && tokens[j].Kind != TokenKind.Break && !tokens[j].Is(';') && !tokens[j].Is(','); j--)
            if (tokens[j].Kind == TokenKind.Word && tokens[j - 1].Kind == TokenKind.Word && language.PeriodWords.Acts.BeginAt(tokens, j - 1)) return true;
        return false;
    }

    int ScanWords(ReadOnlySpan<Token> span, int first, int i, List<PlaceMention> mentions, ref int apart)
    {
        var word = places.WordAt(span, i, out var length);
        switch (word)
        {
            case PlaceWord.Apart:
                apart = i + length + ApartReach;
                break;
            case PlaceWord.Beside:
                apart = Math.Max(apart, i + length + 1);
                break;
            case PlaceWord.Mean:
                mentions.Add(new PlaceMention(i, i + length, Gazetteer.Country, PlaceStanding.Provinces));
                break;
            case PlaceWord.Systems when IsHead(first, i):
                mentions.Add(new PlaceMention(i, i + length, Gazetteer.Country, PlaceStanding.Subject));
                break;
            case PlaceWord.Surveys when IsMinistry(first, i):
                mentions.Add(new PlaceMention(i, i + length, Gazetteer.Country, PlaceStanding.Survey));
                break;
            case PlaceWord.Home:
                mentions.Add(new PlaceMention(i, i + length, document, PlaceStanding.Home));
                break;
            case PlaceWord.Municipal when places.IsCity(document):
            case PlaceWord.Provincial:
                // UBND tỉnh Sơn La: the name follows.
                if (IsNamed(span, i + length)) break;
                mentions.Add(new PlaceMention(i, i + length, null, PlaceStanding.Province));
                break;
            default:
                if (tokens[i].Word != places.Province) break;
                if (i > first && places.IsPaired(tokenized.TokenSpan, i) && tokens[i - 1].Kind == TokenKind.Number)
                {
                    // Xếp thứ 21/63 tỉnh, thành phố: among how many it is ranked.
                    if (i > first + 1 && tokens[i - 2].Is('/')) return 3;
                    mentions.Add(new PlaceMention(i, i + 3, Gazetteer.Country, PlaceStanding.Provinces));
                    return 3;
                }

                if (!IsOneOfMany(i) && !IsNamed(span, i + 1)) mentions.Add(new PlaceMention(i, i + 1, null, PlaceStanding.Province));
                break;
        }

        return length;
    }

    bool IsNamed(ReadOnlySpan<Token> span, int i) => i < span.Length && span[i].Kind == TokenKind.Word && places.At(text, span, i, out _, out _) is not null;

    /// <summary><c>các tỉnh</c>, <c>nhiều tỉnh</c>, <c>tỉnh, thành phố</c>.</summary>
    bool IsOneOfMany(int i) => places.IsPaired(tokenized.TokenSpan, i) || (i > 0 && tokens[i - 1].Kind == TokenKind.Word && places.IsPlural(tokens[i - 1]));

    /// <summary>In a province's text the country's own name is mostly part of others; <c>cả nước</c> and <c>toàn quốc</c> mean the country.</summary>
    bool IsSubject(string slug, int i, int length, PlaceTitle title)
    {
        if (title is PlaceTitle.Seat or PlaceTitle.Part || IsRoute(i, length)) return false;
        return slug != Gazetteer.Country || char.IsLower(text[tokens[i + length - 1].Start]) || IsCapitals(i, length);
    }

    /// <summary><c>SO VỚI CẢ NƯỚC</c>, in a heading.</summary>
    bool IsCapitals(int i, int length) => tokens[i].End - tokens[i].Start > 1 && char.IsUpper(text[tokens[i].End - 1]) && tokens[i].Word == places.All && length == 2;

    /// <summary><c>cao tốc Hà Nội - Hải Phòng</c>.</summary>
    bool IsRoute(int i, int length)
    {
        var behind = i + length;
        return (behind + 1 < tokenized.Count && tokens[behind].Is('-') && places.At(text, tokenized.TokenSpan, behind + 1, out _, out _) is not null)
            || (i > 1 && tokens[i - 1].Is('-') && tokens[i - 2].Kind == TokenKind.Word && char.IsUpper(text[tokens[i - 2].Start]));
    }

    /// <summary>Whether nothing but words in capitals stands before it: it is the subject, and not where something was done.</summary>
    bool IsHead(int first, int i)
    {
        while (first < i && tokens[first].Kind is TokenKind.Mark or TokenKind.Break) first++;
        return first == i || (i - first == 1 && char.IsUpper(text[tokens[first].Start]) && !places.IsVenue(tokens, first));
    }

    /// <summary><c>…, Bộ Nội vụ đã tiến hành khảo sát …</c>: a ministry is who does it.</summary>
    bool IsMinistry(int first, int at)
    {
        for (var i = at - 1; i >= first; i--)
            if (tokens[i].Kind == TokenKind.Word && tokens[i].Word == places.Ministry && char.IsUpper(text[tokens[i].Start])) return i == first || tokens[i - 1].Kind == TokenKind.Mark;
        return false;
    }
}
