using ServerlessIct.Indicators.Extraction.Context;
using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Places;

namespace ServerlessIct.Indicators.Extraction.Structure;

/// <summary>
/// Tells of which place a figure is, where that is not the document's own: the one named in its subject, else the one in force in its
/// clause, its sentence, its paragraph, under its lead or heading.
/// </summary>
sealed class PlaceResolver
{
    /// <summary>What is counted has rarely more words than this before its place.</summary>
    const int MostCounted = 4;

    readonly Language language;
    readonly string text;
    readonly TokenizedText tokenized;
    readonly string? document;
    readonly Token[] tokens;
    readonly PlaceScanner scanner;
    readonly List<PlaceMention> mentions = [];
    Node sentence = new();
    readonly Node clause = new();
    int before;
    bool opening, several, ofPart;

    /// <summary>Whether the title says that the document is a district's: <c>… trên địa bàn huyện</c>.</summary>
    readonly bool ofDistrict;

    public PlaceResolver(Language language, string text, TokenizedText tokenized, string? document)
    {
        (this.language, this.text, this.tokenized, this.document) = (language, text, tokenized, document);
        tokens = tokenized.Tokens;
        scanner = new PlaceScanner(language, text, tokenized, document);
        ofDistrict = Speaks(PlaceWord.District, (0, TitleLines.Read(language, tokenized).End));
    }

    /// <summary>Whether the place of the figure asked for last is another than the document's, by its own words.</summary>
    public bool IsNamed { get; private set; }

    /// <summary>Whether the figure asked for last is of a district or a commune by name: the catalogue's indicators are of provinces.</summary>
    public bool IsOfPart { get; private set; }

    /// <summary>Comes to a sentence; one without figures may say of which place its paragraph goes on.</summary>
    public void Enter(Node node, int first, int end)
    {
        mentions.Clear();
        scanner.Scan(first, end, mentions);
        sentence = node;
        clause.Begin(node, NodeLevel.Clause);
        (before, opening, several, ofPart, IsOfPart) = (first, true, false, false, false);
    }

    /// <summary>Leaves a sentence: the one place that it was about stays in force for its paragraph.</summary>
    /// <param name="first">Its first token.</param>
    /// <param name="hasFigures">Whether it states any figure.</param>
    public void Leave(int first, bool hasFigures)
    {
        var named = hasFigures ? sentence.Place : Opening(first);
        if (named is { } place && !several && !(hasFigures && NamesSeveral()) && sentence.Parent is { } paragraph) paragraph.Place = place;
    }

    /// <summary>Whether two places or more are spoken of by name, each for itself.</summary>
    bool NamesSeveral()
    {
        string? slug = null;
        foreach (var mention in mentions)
        {
            if (mention is not { Standing: PlaceStanding.Subject, Slug: { } named }) continue;
            if (slug is not null && slug != named) return true;
            slug = named;
        }

        return false;
    }

    /// <summary>The place with which a sentence without figures begins: <c>Tỉnh Bắc Kạn lại vướng ở khâu phục vụ.</c></summary>
    Stated<string>? Opening(int first)
    {
        PlaceMention? only = null;
        foreach (var mention in mentions)
        {
            if (mention.Standing is PlaceStanding.Beside or PlaceStanding.Survey) continue;
            if (only is { } other && other.Slug != mention.Slug) return null;
            only ??= mention;
        }

        if (only is not { } named || document is null) return null;
        while (first < named.First && tokens[first].Kind != TokenKind.Word) first++;
        // Whoever speaks of the document's own place anywhere has come back to it.
        if (named.First > first && named.Slug != document) return null;
        return (named.Slug ?? document) is { } slug ? new Stated<string>(slug, named.First, named.End) : null;
    }

    /// <summary>The slug of the place; null for the document's own.</summary>
    /// <param name="subject">The tokens of the figure's subject.</param>
    /// <param name="noun">The tokens of what is counted.</param>
    /// <param name="isRank">A rank among provinces is the province's own.</param>
    /// <param name="isCount">Whether the figure counts something.</param>
    /// <param name="isPart">Whether the figure is a part of what was named before it: <c>trong đó</c>.</param>
    public string? Of((int First, int End) subject, (int First, int End) noun, bool isRank, bool isCount, bool isPart)
    {
        if (document is null) return null;
        var parted = IsParted(before, noun.First);
        if (parted && !isPart) clause.Place = null;
        var from = before;
        var named = Named(subject, noun, isRank) ?? (opening ? Ahead(subject.End > subject.First ? subject.First : noun.First) : null);
        FollowPart(Labelled(from, subject), noun, named is not null, parted);
        if (named is { } own)
        {
            if (opening) sentence.Place = own;
            else if (sentence.Place is { } first && first.Value != own.Value) several = true;
            clause.Place = own;
        }

        (before, opening) = (noun.First, false);
        if (isCount && named is null && CountsInCountry(noun)) return document == Gazetteer.Country ? null : Gazetteer.Country;
        var slug = (named ?? InForce())?.Value;
        IsNamed = named is { Value: not Gazetteer.Country };
        return slug == document ? null : slug;
    }

    /// <summary>What the nodes around state; where the sentence speaks of a survey all over the country, that.</summary>
    Stated<string>? InForce()
    {
        if ((clause.Place ?? sentence.Place) is { } here) return here;
        foreach (var mention in mentions)
            if (mention.Standing == PlaceStanding.Survey && mention.First < before) return new Stated<string>(Gazetteer.Country, mention.First, mention.End);
        return language.Can(Abilities.PlaceInForce) ? sentence.InForce(n => n.Place) : null;
    }

    /// <summary><c>Tỉnh Lạng Sơn thì đi sớm về lực lượng: từ tháng 6/2022 đã có 1.680 tổ</c>: the place named last before the first figure's own words.</summary>
    Stated<string>? Ahead(int subject)
    {
        Stated<string>? named = null;
        foreach (var mention in mentions)
            if (mention.End <= subject && mention.Standing is PlaceStanding.Subject or PlaceStanding.Home) named = new Stated<string>(mention.Slug ?? document!, mention.First, mention.End);
        return named;
    }

    /// <summary>The place that a figure's own words name, as their nearest to the figure.</summary>
    Stated<string>? Named((int First, int End) subject, (int First, int End) noun, bool isRank)
    {
        if (!isRank && document != Gazetteer.Country && CountsProvinces(noun)) return new Stated<string>(Gazetteer.Country, noun.First, noun.End);
        if (isRank && BelongsTo(noun) is { } owner) return owner;
        // Đứng sau Đà Nẵng (89,59%), kém Hà Nội (mới đạt 88%): the bracket is of the place before it, though that is beside the point; so is a clause behind nơi.
        var bracket = subject.End - 1;
        while (bracket >= subject.First && !tokens[bracket].Is('(') && !tokens[bracket].Is(')') && !IsWhere(bracket)) bracket--;
        for (var m = mentions.Count - 1; m >= 0; m--)
        {
            var mention = mentions[m];
            if (mention.End <= subject.First || mention.End > subject.End || (mention.Standing == PlaceStanding.Beside && (mention.End != bracket || (isRank && mention.Slug == Gazetteer.Country))) || mention.Standing == PlaceStanding.Survey) continue;
            return new Stated<string>(mention.Slug ?? Province(), mention.First, mention.End);
        }

        return null;
    }

    /// <summary><c>nhỉnh hơn Tây Ninh, nơi mới được 3%</c>.</summary>
    bool IsWhere(int comma) => tokens[comma].Is(',') && comma + 1 < tokenized.Count && IsWord(comma + 1, language.Words.Where);

    /// <summary><c>ý kiến của 15.833 người dân cả nước</c>: the whole country at once behind what is counted.</summary>
    bool CountsInCountry((int First, int End) noun)
    {
        foreach (var mention in mentions)
            if (mention is { Slug: Gazetteer.Country, Standing: PlaceStanding.Subject } && mention.First > noun.First && mention.First <= noun.End && mention.First - noun.First <= MostCounted) return true;
        return false;
    }

    /// <summary><c>của tỉnh</c>: the province spoken of around, else the document's own.</summary>
    string Province() => sentence.Parent?.InForce(n => n.Place) is { } spoken && spoken.Value != Gazetteer.Country ? spoken.Value : document!;

    /// <summary>The place named at once behind a rank: <c>thứ 3 thuộc về Quảng Ninh</c>; null for none.</summary>
    Stated<string>? BelongsTo((int First, int End) noun)
    {
        // Ở vị trí thứ 2 là TP. Hồ Chí Minh: so does là before a place.
        if (noun.First < tokenized.Count && IsWord(noun.First, language.Words.Is))
        {
            foreach (var mention in mentions)
                if (mention.First == noun.First + 1 && mention is { Standing: PlaceStanding.Subject, Slug: { } equated }) return new Stated<string>(equated, mention.First, mention.End);
        }

        if (noun.End == noun.First || language.Places.WordAt(tokens.AsSpan(0, noun.End), noun.First, out var length) != PlaceWord.Belongs) return null;
        foreach (var mention in mentions)
            if (mention.First >= noun.First + length && mention.First <= noun.End && mention.Slug is { } slug) return new Stated<string>(slug, mention.First, mention.End);
        return null;
    }

    /// <summary>Follows whether districts and communes are spoken of by name: <c>Tại huyện Trà Ôn</c>.</summary>
    void FollowPart((int First, int End) subject, (int First, int End) noun, bool named, bool parted)
    {
        if (NamesPart(subject) || (NamesBody(subject) && sentence.InForce(n => n.Tasks) is null) || Speaks(PlaceWord.District, subject)) ofPart = true;
        else if (named || parted) ofPart = false;
        IsOfPart = ofPart || (!named && sentence.InForce(n => n.Part) is not null) || (ofDistrict && !named && sentence.Place is null) || Speaks(PlaceWord.Within, subject) || Speaks(PlaceWord.Within, noun);
    }

    /// <summary><c>- UBND huyện Bảo Lạc: tỷ lệ trực tuyến 48,2%</c>: the subject with the words before a colon that lead to it.</summary>
    (int First, int End) Labelled(int from, (int First, int End) subject) =>
        subject.First > from && tokens[subject.First - 1].Is(':') && !IsParted(from, subject.First) ? (from, subject.End) : subject;

    bool NamesPart((int First, int End) subject)
    {
        for (var i = subject.First; i < subject.End; i++)
            if (language.Places.IsPart(text, tokens.AsSpan(0, subject.End), i)) return true;
        return false;
    }

    /// <summary><c>ở nông thôn</c>, <c>trên địa bàn huyện</c>; <c>địa bàn huyện, thành phố</c> are several, and <c>nông thôn mới</c> is a programme.</summary>
    bool Speaks(PlaceWord of, (int First, int End) words)
    {
        for (var i = words.First; i < words.End; i++)
        {
            if (tokens[i].Kind != TokenKind.Word || !language.Places.Begins(tokens[i]) || language.Places.WordAt(tokens.AsSpan(0, words.End), i, out var length) != of) continue;
            var behind = i + length;
            if (!(behind < tokenized.Count && (tokens[behind].Is(',') || IsWord(behind, language.Places.Reformed)) && behind + 1 < tokenized.Count && (IsWord(behind, language.Places.Reformed) || language.Places.IsDivision(tokens[behind + 1]) || IsWord(behind + 1, language.Words.Town)))) return true;
        }

        return false;
    }

    /// <summary><c>- Sở Tư pháp: 1.104 hồ sơ</c>: a body before a colon, of which alone the figures are; under a heading of tasks it is who has to see to them.</summary>
    bool NamesBody((int First, int End) subject)
    {
        var first = subject.First;
        while (first < subject.End && tokens[first].Kind != TokenKind.Word) first++;
        if (first + 1 >= subject.End || !language.Places.IsBody(tokens[first]) || !char.IsUpper(text[tokens[first + 1].Start])) return false;
        for (var i = first; i < subject.End; i++)
            if (tokens[i].Is(':')) return true;
        return false;
    }

    bool IsParted(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (tokens[i].Is(';')) return true;
        return false;
    }

    /// <summary><c>100% bộ, tỉnh</c>, <c>63 tỉnh, thành phố</c>, <c>52/63 địa phương</c>: who counts provinces speaks of the country.</summary>
    bool CountsProvinces((int First, int End) noun)
    {
        if (noun.End == noun.First) return false;
        for (var i = noun.First; i < noun.First + 4 && i + 1 < tokenized.Count; i++)
            if (tokens[i].Kind == TokenKind.Word && tokens[i].Word == language.Places.Province) return language.Places.IsPaired(tokenized.TokenSpan, i) || (i > noun.First && tokens[i - 1].Is(','));
        return IsWord(noun.First, language.Places.Locality) && IsNumberOfProvinces(noun.First - 1);
    }

    /// <summary>There were 63 provinces before July 2025, and are 34 since.</summary>
    bool IsNumberOfProvinces(int i) => i >= 0 && (IsNumber(i, "63") || IsNumber(i, "34"));

    bool IsWord(int i, int word) => tokens[i].Kind == TokenKind.Word && tokens[i].Word == word;

    bool IsNumber(int i, string digits) => tokenized.FoldedSpan[tokens[i].Start..tokens[i].End].SequenceEqual(digits);
}
