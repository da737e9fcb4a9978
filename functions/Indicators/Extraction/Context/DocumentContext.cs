using System.Buffers;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Periods;
using ServerlessIct.Indicators.Extraction.Text;
using ServerlessIct.Indicators.Places;

namespace ServerlessIct.Indicators.Extraction.Context;

/// <summary>Whose a document is and which period it reports on, from its title, its lead and the names in it.</summary>
sealed class DocumentContext(Language language, TokenizedText text)
{
    /// <summary>How many tokens count as title and lead.</summary>
    const int Lead = 60;

    static readonly SearchValues<string> ItsProvince = SearchValues.Create(["của tỉnh", "ubnd tỉnh", "địa bàn tỉnh"], StringComparison.Ordinal);

    ReadOnlySpan<char> Folded => text.FoldedSpan;

    ReadOnlySpan<Token> Tokens => text.TokenSpan;

    /// <summary>The slug of the document's place; null where the text does not tell.</summary>
    public string? Province()
    {
        if (language.Places.ByDomain(Folded) is { } site) return site;
        var scores = new Dictionary<string, int>(StringComparer.Ordinal);
        var country = false;
        for (var i = 0; i < Tokens.Length; i++)
        {
            if (language.Places.At(Tokens, i, out var length) is not { } slug) continue;
            var titled = i > 0 && (language.Places.IsTitle(Tokens[i - 1]) || (i > 1 && Tokens[i - 1].Is('.') && language.Places.IsTitle(Tokens[i - 2])));
            if (slug == Gazetteer.Country) country = true;
            else scores[slug] = scores.GetValueOrDefault(slug) + 1 + (titled ? 2 : 0) + (i < Lead ? 2 : 0);
            i += length - 1;
        }

        var best = scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).FirstOrDefault();
        if (best.Value >= 2) return best.Key;
        return country && !SpeaksOfItsProvince() ? Gazetteer.Country : null;
    }

    /// <summary>Whether the text says <c>của tỉnh</c>, <c>UBND tỉnh</c> and so on without a name.</summary>
    bool SpeaksOfItsProvince() =>
        Folded.ContainsAny(ItsProvince);

    /// <summary>The reporting period; null where no year is named.</summary>
    public Period? Period(IReadOnlyList<Sentence> sentences)
    {
        var scanner = new PeriodScanner(language.Words);
        var mentions = new List<(PeriodMention Mention, bool Task)>();
        var years = new Dictionary<int, int>();
        foreach (var sentence in sentences)
        {
            if (!sentence.HasNumber && mentions.Count > 0) continue;
            for (var i = sentence.First; i < sentence.End; i++)
            {
                if (scanner.At(Folded, Tokens[..sentence.End], i, 0) is not { } mention) continue;
                if (mention.Reference == PeriodReference.Named && mention.Period?.Kind is not (PeriodKind.Day or PeriodKind.Span))
                {
                    var task = IsTask(i);
                    if (mentions.Count < 40) mentions.Add((mention, task));
                    if (mention is { HasYear: true, Period: { } dated }) years[dated.Year] = years.GetValueOrDefault(dated.Year) + 1;
                }

                i = mention.End - 1;
            }
        }

        if (years.Count == 0) return null;
        var year = years.OrderByDescending(y => y.Value).ThenByDescending(y => y.Key).First().Key;
        foreach (var (mention, task) in mentions)
        {
            if (mention.HasYear && mention.Period is { } period)
            {
                if (period.Kind == PeriodKind.Month && mention.First > FirstLine()) continue;
                if (!task) return period;
                if (period.Kind == PeriodKind.Year && mention.First < Lead) return period.PreviousYear();
                continue;
            }

            if (!task && scanner.At(Folded, Tokens, mention.First, year) is { Period: { } guessed } && guessed.Kind != PeriodKind.Month) return guessed;
        }

        return Indicators.Period.OfYear(year);
    }

    /// <summary>The token that ends the first line; 0 where the text is one line.</summary>
    int FirstLine()
    {
        for (var i = 0; i < Tokens.Length; i++)
            if (Tokens[i].Kind == TokenKind.Break) return i;
        return 0;
    }

    /// <summary>Whether the words before a year speak of what is still to be done.</summary>
    bool IsTask(int i)
    {
        var start = Math.Max(0, i - 6);
        var before = Folded[Tokens[start].Start..Tokens[i].Start];
        var done = before.LastIndexOf("tổng kết");
        foreach (var word in TaskWords)
            if (before.LastIndexOf(word) > done) return true;
        return false;
    }

    static string[] TaskWords { get; } = ["nhiệm vụ", "phương hướng", "kế hoạch", "mục tiêu", "tầm nhìn", "phấn đấu", "thời kỳ", "giai đoạn", "đến năm", "so với"];
}
