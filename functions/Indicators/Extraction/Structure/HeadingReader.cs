using ServerlessIct.Indicators.Extraction.Context;
using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Periods;
using ServerlessIct.Indicators.Extraction.Quantities;

namespace ServerlessIct.Indicators.Extraction.Structure;

/// <summary>Reads what a heading, or a line that heads a list, states for what follows it.</summary>
sealed class HeadingReader(Language language, string text, TokenizedText tokenized, PlaceScanner places, Period? document)
{
    /// <summary>A period farther from <c>so với</c> than so many words is no basis.</summary>
    const int MostBasisWords = 6;

    /// <summary>Between <c>tại</c> and a place of which it names a part there are rarely more words.</summary>
    const int MostSpotWords = 6;

    /// <summary>A longer heading tells of more than of the part that it names.</summary>
    const int LongestPart = 8;

    /// <summary>Whether the document is a plan, whose tasks are what it wants.</summary>
    readonly bool isPlan = TitleLines.Read(language, tokenized).PlanFirst >= 0;

    readonly PeriodScanner scanner = new(language);
    readonly Token[] tokens = tokenized.Tokens;
    readonly List<PlaceMention> mentions = [];

    /// <summary>Sets on a node what the words between two tokens state.</summary>
    public void Read(Node node, int first, int end, bool heads = true)
    {
        ReadTime(node, first, end, heads);
        node.Place = Place(first, end);
        if (node.Place is null) node.Part = Part(first, end);
    }

    /// <summary><c>So với năm 2021:</c>, <c>Năm chỉ số thành phần tăng hạng so với năm 2021:</c>: the period with which what follows is compared.</summary>
    /// <param name="node">The node that states it.</param>
    /// <param name="first">The first token.</param>
    /// <param name="end">One past the last token.</param>
    /// <param name="reach">How many tokens may stand before <c>so với</c>.</param>
    public void ReadBasis(Node node, int first, int end, int reach)
    {
        var span = tokens.AsSpan(0, end);
        for (var i = first; i < end && i <= first + reach; i++)
        {
            var length = language.Lexicon.Longest(span, i, out var entry);
            if (length == 0 || entry!.Tag != PhraseTag.Versus) continue;
            for (var j = i + length; j < end && j <= i + length + MostBasisWords && tokens[j].Kind is TokenKind.Word or TokenKind.Number; j++)
            {
                if (scanner.At(tokenized.FoldedSpan, span, j, document?.Year ?? 0) is not { } mention) continue;
                node.Basis = new Stated<BasisMention>(new BasisMention(mention), mention.First, mention.End);
                return;
            }
        }
    }

    /// <summary>Whether a number stands there that no period has.</summary>
    public bool HasFigure(int first, int end) => scanner.HasFigure(tokenized.FoldedSpan, tokens.AsSpan(0, end), first, document?.Year ?? 2000);

    /// <summary><c>Tình hình chung của cả nước</c>, <c>SO VỚI CẢ NƯỚC (theo Bộ …)</c>: the one place that is named; none where there are several, or only beside.</summary>
    Stated<string>? Place(int first, int end)
    {
        mentions.Clear();
        places.Scan(first, end, mentions);
        Stated<string>? found = null;
        foreach (var mention in mentions)
        {
            var heads = mention.Standing == PlaceStanding.Subject || (mention.Standing == PlaceStanding.Beside && mention.First - first <= 2);
            if (!heads || mention.Slug is not { } slug || IsSpot(first, mention.First)) continue;
            if (found is { } other && other.Value != slug) return null;
            found ??= new Stated<string>(slug, mention.First, mention.End);
        }

        return found;
    }

    /// <summary><c>5. UBND huyện Bảo Lạc</c>: the first part of the place that a short heading names.</summary>
    Stated<string>? Part(int first, int end)
    {
        for (var i = first; i < end && end - first <= LongestPart; i++)
            if (language.Places.IsPart(text, tokens.AsSpan(0, end), i)) return new Stated<string>(text[tokens[i].Start..tokens[end - 1].End], i, end);
        return null;
    }

    /// <summary><c>Một trạm BTS tại nơi đất mũi Cà Mau</c>, under a picture: somewhere in the place, of which the text need not be.</summary>
    bool IsSpot(int first, int place)
    {
        for (var i = place - 1; i > first && i > place - MostSpotWords && tokens[i].Kind == TokenKind.Word; i--)
            if (language.Places.IsVenue(tokens, i)) return place - i > 2 && !language.Places.IsTitle(tokens[place - 1]) && !language.Places.IsTitle(tokens[place]);
        return false;
    }

    void ReadTime(Node node, int first, int end, bool heads)
    {
        var (done, aim, task, ahead, mixed) = (-1, -1, -1, false, false);
        Stated<Period>? named = null;
        var (upTo, reported) = (false, false);
        var span = tokens.AsSpan(0, end);
        for (var i = first; i < end; i++)
        {
            var theme = language.Themes.At(span, i, out var length);
            if (theme is Theme.Done or Theme.Review && done < 0) done = i;
            else if (theme == Theme.Aim && aim < 0 && !IsCompared(span, i)) aim = i;
            else if (theme is Theme.Task or Theme.Plan && task < 0) task = i;
            else if (theme == Theme.Ahead) ahead = true;
            if (length > 0) { i += length - 1; continue; }
            if (scanner.At(tokenized.FoldedSpan, span, i, document?.Year ?? 0) is not { } mention) continue;
            // Nhiệm vụ 4 tháng cuối năm: what is left of the year, and not its first four months.
            var rest = IsRest(span, mention);
            ahead |= rest;
            if (mention is { Reference: PeriodReference.Named, IsOfAct: false, Period: { Kind: not PeriodKind.Day } period } && !(rest && period.Kind == PeriodKind.FirstMonths) && !language.PeriodSurroundings.IsCompared(span, i))
            {
                // Kết quả 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm: a title of both.
                reported |= period == document && aim < 0 && task < 0;
                mixed |= named is { } other && other.Value != period;
                // Quy hoạch duyệt năm 2012 đặt ra cho năm 2020: what is wanted is wanted by the later.
                if (named is null || ((aim >= 0 || task >= 0) && done < 0 && period.EndMonth > named.Value.EndMonth)) (named, upTo) = (new Stated<Period>(period, mention.First, mention.End), mention.UpTo);
            }

            i = mention.End - 1;
        }

        if (mixed && (done >= 0 || reported) && (aim >= 0 || task >= 0)) return;
        var isDone = done >= 0 && (aim < 0 || done < aim);
        var isWanted = !isDone && done < 0 && (aim >= 0 || (task >= 0 && (ahead || (isPlan && heads) || IsLater(named))) || (upTo && IsLater(named)));
        if (isDone && language.Can(Abilities.KindOfHeadings)) node.Kind = new Stated<Kind>(Kind.Actual, done, done + 1);
        if (isWanted && language.Can(Abilities.KindOfHeadings)) node.Kind = Math.Max(aim, task) is >= 0 and var at ? new Stated<Kind>(Kind.Target, at, at + 1) : new Stated<Kind>(Kind.Target, named!.First, named.End);
        if (task >= 0 && done < 0) node.Tasks = new Stated<bool>(true, task, task + 1);
        // A span of years governs wishes only; figures reached are of some year in it.
        if (named is { Value.Kind: not PeriodKind.Span } || isWanted) node.Period = named;
    }

    /// <summary><c>so với mục tiêu</c>, <c>so với chỉ tiêu đề ra</c>: what follows is measured against the aim.</summary>
    bool IsCompared(ReadOnlySpan<Token> span, int aim)
    {
        for (var i = Math.Max(0, aim - MostBasisWords); i < aim; i++)
            if (tokens[i].Kind == TokenKind.Word && language.Lexicon.Longest(span, i, out var entry) > 0 && entry!.Tag == PhraseTag.Versus) return true;
        return false;
    }

    /// <summary><c>4 tháng cuối năm</c>, <c>các tháng còn lại</c>.</summary>
    bool IsRest(ReadOnlySpan<Token> span, PeriodMention mention)
    {
        for (var i = mention.First; i < mention.End; i++)
            if (language.Themes.At(span, i, out _) == Theme.Ahead) return true;
        return false;
    }

    bool IsLater(Stated<Period>? period) => period is { } p && document is { } d && p.Value.EndMonth > d.EndMonth;
}
