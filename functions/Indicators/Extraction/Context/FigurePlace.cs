using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Places;

namespace ServerlessIct.Indicators.Extraction.Context;

/// <summary>Tells of which place a figure is, where that is not the document's own.</summary>
sealed class FigurePlace(Language language, string text, TokenizedText tokenized, string? document)
{
    /// <summary>How many tokens behind <c>so với</c> a name is still what is compared with.</summary>
    const int ApartReach = 4;

    readonly Token[] tokens = tokenized.Tokens;
    string? carried;
    int before;
    bool national, mean;
    string? ofSection;

    /// <summary>Begins a sentence: what the one before spoke of is over.</summary>
    /// <param name="section">The place of the headings above it; null for the document's own.</param>
    public void Begin(string? section) => (carried, national, mean, before, ofSection, IsOfPart) = (null, false, false, 0, section, false);

    /// <summary>The slug of the place; null for the document's own.</summary>
    /// <param name="subject">The tokens of the figure's subject.</param>
    /// <param name="noun">The tokens of what is counted.</param>
    /// <param name="isRank">A rank among provinces is the province's own.</param>
    /// <param name="isPart">Whether the figure is a part of what was named before it: <c>trong đó</c>.</param>
    public string? Of((int First, int End) subject, (int First, int End) noun, bool isRank, bool isPart)
    {
        if (document is null) return null;
        var (named, own) = Named(subject);
        if (!isRank && document != Gazetteer.Country && noun.End > noun.First && IsProvince(noun.First) && IsPaired(noun.First)) named = Gazetteer.Country;
        else if (own && ofSection != Gazetteer.Country) named = ofSection;
        else if (named is null && !own)
        {
            if (isRank && BelongsTo(noun) is { } owner) named = owner;
            else if (carried is not null && (isPart || ((carried != Gazetteer.Country || mean) && !IsParted(before, noun.First)))) named = carried;
            else if (ofSection is not null) named = ofSection;
            else if (!isRank && document != Gazetteer.Country && (national || CountsProvinces(noun))) named = Gazetteer.Country;
        }

        if (NamesPart(subject)) IsOfPart = true;
        else if (named is not null || own || IsParted(before, noun.First)) IsOfPart = false;
        (carried, before) = (named, noun.First);
        return named == document ? null : named;
    }

    /// <summary>Whether the figure asked for last is of a district or a commune by name: the catalogue's indicators are of provinces.</summary>
    public bool IsOfPart { get; private set; }

    /// <summary><c>Tại huyện Trà Ôn</c>, <c>xã Mỹ Lộc</c>; <c>các xã</c> are many, and a title in capitals names none.</summary>
    bool NamesPart((int First, int End) subject)
    {
        for (var i = subject.First; i + 1 < subject.End; i++)
            if (IsDivision(i) && tokens[i + 1].Kind == TokenKind.Word && char.IsLower(text[tokens[i].End - 1]) && char.IsUpper(text[tokens[i + 1].Start])) return true;
        return false;
    }

    bool IsDivision(int i) => tokens[i].Kind == TokenKind.Word && (Is(i, "huyện") || Is(i, "quận") || Is(i, "phường") || Is(i, "xã") || Is(i, "trấn"));

    /// <summary>The place named at once behind a rank: <c>thứ 3 thuộc về Quảng Ninh</c>; null for none.</summary>
    string? BelongsTo((int First, int End) noun)
    {
        if (noun.End == noun.First || language.Places.WordAt(tokens.AsSpan(0, noun.End), noun.First, out var length) != PlaceWord.Belongs) return null;
        return Named((noun.First + length, noun.End)).Place;
    }

    bool IsParted(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (tokens[i].Is(';')) return true;
        return false;
    }

    (string? Place, bool Own) Named((int First, int End) subject)
    {
        string? found = null;
        var own = false;
        var apart = -1;
        // Đứng sau Đà Nẵng (89,59%): the bracket is of the place before it, though that is beside the point.
        var inBracket = subject.End > subject.First && tokens[subject.End - 1].Is('(');
        var span = tokens.AsSpan(0, subject.End);
        for (var i = subject.First; i < subject.End; i++)
        {
            if (tokens[i].Kind != TokenKind.Word) { if (tokens[i].Is(',') || tokens[i].Is('(')) apart = -1; continue; }
            if (language.Places.At(text, span, i, out var length, out var title) is { } slug)
            {
                if (IsSubject(slug, i, length, title) && (i >= apart || (inBracket && i + length == subject.End - 1))) (found, own) = (slug, false);
                apart = -1;
            }
            else if (length == 0)
            {
                var word = language.Places.WordAt(span, i, out length);
                if (word == PlaceWord.Apart) apart = i + length + ApartReach;
                if (word == PlaceWord.Beside) apart = Math.Max(apart, i + length + 1);
                if (word == PlaceWord.Mean) (found, own, mean) = (Gazetteer.Country, false, true);
                if (word == PlaceWord.Systems && IsHead(subject.First, i)) found = Gazetteer.Country;
                if (word == PlaceWord.Surveys && IsMinistry(subject.First, i)) national = true;
                if (i > subject.First && IsProvince(i) && IsPaired(i) && tokens[i - 1].Kind == TokenKind.Number)
                {
                    (found, own) = (Gazetteer.Country, false);
                    i += 2;
                    continue;
                }

                if (word == PlaceWord.Provincial || tokens[i].Word == language.Places.Province) (found, own) = (null, true);
            }

            if (length > 0) i += length - 1;
        }

        return (found, own);
    }

    /// <summary>In a province's text the country's own name is mostly part of others; <c>cả nước</c> and <c>toàn quốc</c> mean the country.</summary>
    bool IsSubject(string slug, int i, int length, PlaceTitle title)
    {
        if (title is PlaceTitle.Seat or PlaceTitle.Part || IsRoute(i, length)) return false;
        return slug != Gazetteer.Country || (document != Gazetteer.Country && char.IsLower(text[tokens[i + length - 1].Start]));
    }

    /// <summary><c>cao tốc Hà Nội - Hải Phòng</c>.</summary>
    bool IsRoute(int i, int length)
    {
        var behind = i + length;
        return (behind + 1 < tokenized.Count && tokens[behind].Is('-') && language.Places.At(text, tokenized.TokenSpan, behind + 1, out _, out _) is not null)
            || (i > 1 && tokens[i - 1].Is('-') && tokens[i - 2].Kind == TokenKind.Word && char.IsUpper(text[tokens[i - 2].Start]));
    }

    /// <summary>Whether nothing but words in capitals stands before it: it is the subject, and not where something was done.</summary>
    bool IsHead(int first, int i)
    {
        while (first < i && tokens[first].Kind is TokenKind.Mark or TokenKind.Break) first++;
        return first == i || (i - first == 1 && char.IsUpper(text[tokens[first].Start]) && !language.Places.IsVenue(tokens, first));
    }

    /// <summary><c>…, Bộ Nội vụ đã tiến hành khảo sát …</c>: a ministry is who does it.</summary>
    bool IsMinistry(int first, int at)
    {
        for (var i = at - 1; i >= first; i--)
            if (tokens[i].Kind == TokenKind.Word && tokens[i].Word == language.Places.Ministry && char.IsUpper(text[tokens[i].Start])) return i == first || tokens[i - 1].Kind == TokenKind.Mark;
        return false;
    }

    /// <summary><c>100% bộ, tỉnh</c>, <c>63 tỉnh, thành phố</c>, <c>52/63 địa phương</c>: who counts provinces speaks of the country.</summary>
    bool CountsProvinces((int First, int End) noun)
    {
        if (noun.End == noun.First) return false;
        for (var i = noun.First; i < noun.First + 4 && i + 1 < tokenized.Count; i++)
            if (IsProvince(i)) return IsPaired(i) || (i > noun.First && tokens[i - 1].Is(','));
        return Is(noun.First, "địa") && IsNumberOfProvinces(noun.First - 1);
    }

    bool IsProvince(int i) => tokens[i].Kind == TokenKind.Word && tokens[i].Word == language.Places.Province;

    /// <summary><c>tỉnh, thành phố</c>, <c>tỉnh/thành</c>; in <c>của tỉnh, đồng chí …</c> a province is alone.</summary>
    bool IsPaired(int province) => province + 2 < tokenized.Count && (tokens[province + 1].Is(',') || tokens[province + 1].Is('/')) && Is(province + 2, "thành");

    /// <summary>There were 63 provinces before July 2025, and are 34 since.</summary>
    bool IsNumberOfProvinces(int i) => i >= 0 && (Is(i, "63") || Is(i, "34"));

    bool Is(int i, string word) => tokenized.FoldedSpan[tokens[i].Start..tokens[i].End].SequenceEqual(word);
}
