using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Periods;
using ServerlessIct.Indicators.Extraction.Text;

namespace ServerlessIct.Indicators.Extraction.Context;

/// <summary>
/// Finds the period that a document reports on: every period that it names, or that its date, its tables and its tasks suggest, is a candidate,
/// scored by what speaks for it and against it. Bases of comparison do not count.
/// </summary>
sealed class DocumentPeriod(Language language, Period? date)
{
    /// <summary>How many tokens count as title and lead.</summary>
    const int Lead = 60;

    /// <summary>A task or basis named farther back than so many tokens is not that of the period.</summary>
    const int TaskReach = 8;

    /// <summary>What is wished for a year is wished within so many tokens behind it.</summary>
    const int WishReach = 8;

    /// <summary>A period that opens a sentence stands among its first so many tokens.</summary>
    const int OpeningReach = 16;

    /// <summary>Stands for the year of what is named without one until <see cref="Rank"/>: a leap year that no text is about.</summary>
    const int NoYear = 1948;

    /// <summary>A month in so many tokens behind the title may be what the document reports on.</summary>
    const int Opening = 150;

    /// <summary>A document reports on a month that ended at most so many months before it.</summary>
    const int MostMonthsLate = 2;

    /// <summary>Naming a period more often than this says no more.</summary>
    const int MostMentions = 3;

    readonly PeriodScanner scanner = new(language);
    readonly PeriodSurroundings surroundings = language.PeriodSurroundings;
    readonly List<PeriodSighting> sightings = [];
    readonly List<Candidate<Period, PeriodFeature>> candidates = [];
    readonly Dictionary<int, int> years = [];

    /// <summary>How often figures are compared with each year.</summary>
    readonly Dictionary<int, int> bases = [];
    (int Year, bool InLead)? task;
    Period? planned, covered;

    /// <summary>The latest year of the days and months that are named, whatever happened then; 0 for none.</summary>
    int latestNamed;
    bool titledDate;

    /// <summary>Takes in a text, or a title that stands apart from it.</summary>
    public void Add(TokenizedText text, List<Sentence> sentences, bool isTitle)
    {
        var title = isTitle ? new TitleLines(text.Count, -1, 0) : TitleLines.Read(language, text);
        foreach (var sentence in sentences)
            if (sentence.HasNumber || sentence.First < Lead) Read(text, sentence, title, isTitle);
    }

    /// <summary>The candidates, best first.</summary>
    /// <param name="ofTables">The latest period of the columns of the tables; null for none.</param>
    public IReadOnlyList<Candidate<Period, PeriodFeature>> Rank(Period? ofTables)
    {
        var year = YearOfMost();
        foreach (var sighting in sightings)
        {
            if (sighting.Mention.HasYear) Count(sighting.Period, sighting);
            else if (YearOf(sighting.Period, year) is > 0 and var found && (sighting.Period.Kind is not (PeriodKind.Month or PeriodKind.Year) || IsMonthOfTitle(sighting, found))) Count(sighting.Period.AddYears(found - NoYear), sighting);
        }

        if (planned is { } plan) Candidate(plan)[PeriodFeature.Planned] = 1;
        if (task is { } wanted)
        {
            Candidate(Period.OfYear(wanted.Year))[PeriodFeature.OfTask] = 1;
            if (wanted.InLead) Candidate(Period.OfYear(wanted.Year - 1))[PeriodFeature.BeforeTask] = 1;
        }

        if (covered is { } last) Candidate(last)[PeriodFeature.Covered] = 1;
        if (ofTables is { } columns) Candidate(columns)[PeriodFeature.Tabled] = 1;
        // Nothing but days of acts names a year: có hiệu lực từ ngày 1/8/2020.
        if (candidates.Count == 0 && date is null && latestNamed > 0) Candidate(Period.OfYear(latestNamed));
        if (date is { } day) Candidate(Period.OfYear(day.Year))[titledDate ? PeriodFeature.Event : PeriodFeature.Written] = 1;
        Judge();
        candidates.Sort((a, b) => Compare(a, b, language));
        if (candidates.Count > 0) language.Decisions?.Note(other => candidates.TrueForAll(c => Compare(candidates[0], c, other) <= 0));
        return candidates;

        static int Compare(Candidate<Period, PeriodFeature> a, Candidate<Period, PeriodFeature> b, Language language) =>
            b.Score(language.PeriodWeights).CompareTo(a.Score(language.PeriodWeights)) is not 0 and var order ? order : a.Order.CompareTo(b.Order);
    }

    /// <summary>Notes what only all candidates together tell.</summary>
    void Judge()
    {
        var earliest = Earliest();
        foreach (var candidate in candidates)
        {
            if (candidate.Order == 0 && candidate[PeriodFeature.Mentions] > 0) candidate[PeriodFeature.First] = 1;
            if (candidate[PeriodFeature.Titled] == 0 && candidate.Value is { Kind: not PeriodKind.Span } period && period.Year < earliest) candidate[PeriodFeature.History] = 1;
            if (date is { } day && candidate.Value.Year > day.Year && candidate[PeriodFeature.Planned] == 0) candidate[PeriodFeature.ToCome] = 1;
            candidate[PeriodFeature.AfterBasis] = Math.Min(MostMentions, bases.GetValueOrDefault(candidate.Value.FinalYear - 1));
            candidate[PeriodFeature.AtBasis] = Math.Min(MostMentions, bases.GetValueOrDefault(candidate.Value.FinalYear));
            if (candidate.Value.Kind is PeriodKind.Span or PeriodKind.Day) candidate[PeriodFeature.Unusual] = 1;
            if (candidate is { Value.Kind: PeriodKind.Year } && candidate[PeriodFeature.Mentions] == 1 && candidate[PeriodFeature.Lead] == 0) candidate[PeriodFeature.Passing] = 1;
        }
    }

    /// <summary>What is older is told as history: a document reports on its year or the one before; without a date, on the last that it names often.</summary>
    int Earliest()
    {
        if (date is { } day) return day.Year - 1;
        var latest = 0;
        foreach (var (year, count) in years)
            if (count >= 2 && year > latest) latest = year;
        return latest - 2;
    }

    void Read(TokenizedText text, Sentence sentence, TitleLines title, bool apart)
    {
        var span = text.TokenSpan[..sentence.End];
        var (topic, at, read) = (Theme.None, -1, sentence.First);
        var opens = true;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (scanner.At(text.FoldedSpan, span, i, NoYear) is not { } mention) continue;
            for (; read < mention.First; read++)
            {
                if (language.Themes.At(span, read, out var length) is var said && said is Theme.None or Theme.Continues) continue;
                // "Kết quả thực hiện kế hoạch": the plan is what is looked back at.
                if (!(said is Theme.Plan or Theme.Task && topic == Theme.Review && read == at)) topic = said;
                (at, read) = (read + length, read + length - 1);
            }

            var first = i == sentence.First;
            i = mention.End - 1;
            // Từ quý 1/2023 đến quý 4/2030: how long something takes, and no time that is reported on.
            if (mention is { HasYear: true, Period: { Kind: PeriodKind.Quarter or PeriodKind.Month } begin } && EndOf(text, span, mention) is { } finish && finish.Period!.Value.Year > begin.Year) { i = finish.End - 1; continue; }
            if (mention is { HasYear: true, Period.Kind: not PeriodKind.Span } && (mention.Reference == PeriodReference.SamePeriod || surroundings.IsCompared(span, mention.First))) bases[mention.Period.Value.Year] = bases.GetValueOrDefault(mention.Period.Value.Year) + 1;
            if (mention is { HasYear: true, Period: { Kind: PeriodKind.Day or PeriodKind.Month } told } && told.Year > latestNamed && !IsOfPaper(span, mention) && !surroundings.IsCompared(span, mention.First)) latestNamed = told.Year;
            if (mention.Reference != PeriodReference.Named || mention.IsOfAct || mention.Period is not { } period || IsElsewhen(text, mention, period) || surroundings.IsCompared(span, mention.First)) continue;
            var inTitle = apart || mention.First < title.End;
            var wished = !inTitle && years.Count > 0 && mention.HasYear && IsWished(span, mention);
            if (period.Kind == PeriodKind.Day)
            {
                titledDate |= period == date && inTitle;
                if (IsAsOf(span, mention) && mention.First < title.End + Lead && !scanner.HasFigure(text.FoldedSpan, span, sentence.First, NoYear)) Note(period);
                continue;
            }

            if (title.IsPlan(mention.First) && mention.HasYear && period.Kind != PeriodKind.Span) planned = period;
            if (IsBareCount(text, mention) && mention.First >= title.End) continue;
            var isTask = (topic is Theme.Task or Theme.Plan or Theme.Aim && mention.First - at < TaskReach) || IsStillToCome(mention);
            if (isTask) NoteTask(mention, inTitle || mention.First < Lead);
            else if (period.Kind == PeriodKind.Span && ((first && IsLine(text, mention)) || inTitle)) covered ??= Period.OfYear(period.Part);
            else if (period.Kind != PeriodKind.Span || (first && mention.First < Lead)) Note(period);
            opens = false;

            void Note(Period named)
            {
                sightings.Add(new PeriodSighting(mention, named, inTitle, apart || mention.First < Lead, mention.First < title.End + Opening, topic, opens && sentence.HasNumber && mention.First - sentence.First < OpeningReach));
                // 9 tháng đầu năm tăng 5% … Năm 2023, ngành phấn đấu …: the nine months are not of the year for which something is wished.
                if (mention.HasYear && !wished && named.Kind is not (PeriodKind.Span or PeriodKind.Day)) years[named.Year] = years.GetValueOrDefault(named.Year) + 1;
            }
        }
    }

    /// <summary>The quarter or month behind <c>đến</c> with which one that stands before it is a length of time; null for none.</summary>
    PeriodMention? EndOf(TokenizedText text, ReadOnlySpan<Token> span, PeriodMention begin)
    {
        if (begin.End + 1 >= span.Length || span[begin.End].Kind != TokenKind.Word || span[begin.End].Word != language.PeriodWords.To) return null;
        return scanner.At(text.FoldedSpan, span, begin.End + 1, NoYear) is { HasYear: true, Reference: PeriodReference.Named, Period.Kind: PeriodKind.Quarter or PeriodKind.Month } end ? end : null;
    }

    /// <summary><c>Quyết định số 45/QĐ-UBND ngày 03/02/2021</c>: the day of another paper, behind its number.</summary>
    bool IsOfPaper(ReadOnlySpan<Token> span, PeriodMention mention) =>
        mention.First > 0 && span[mention.First - 1].Kind == TokenKind.Word && language.Lexicon.Before(span, mention.First) == PhraseTag.None;

    /// <summary><c>Số liệu tính đến ngày 31/10/2024</c>.</summary>
    bool IsAsOf(ReadOnlySpan<Token> span, PeriodMention mention)
    {
        for (var i = mention.First - 1; i >= 0 && i >= mention.First - 4; i--)
            if (language.Lexicon.Longest(span, i, out var entry) > 0 && entry!.Tag == PhraseTag.AsOf) return true;
        return false;
    }

    /// <summary><c>Giai đoạn 2010 - 2021</c> as a heading says what the tables or years under it cover, and not what one figure is of.</summary>
    static bool IsLine(TokenizedText text, PeriodMention mention)
    {
        var end = mention.End;
        while (end < text.Count && text.Tokens[end].Kind == TokenKind.Mark && (char)text.Tokens[end].Word is ')' or ':' or '*') end++;
        return end == text.Count || text.Tokens[end].Kind == TokenKind.Break;
    }

    /// <summary>Whether it is the month in the dateline, <c>…, tháng 3/2021</c>, or of a year called last year.</summary>
    bool IsElsewhen(TokenizedText text, PeriodMention mention, Period period) =>
        (period.Kind == PeriodKind.Month && (period == date || (mention is { HasYear: true, First: > 0 and < Opening } && text.Tokens[mention.First - 1].Is(',') && IsLine(text, mention)))) || period.Year == NoYear - 1;

    /// <summary><c>7 tháng</c> with nothing more: outside a title it may be any length of time; <c>7 tháng qua</c> may not.</summary>
    bool IsBareCount(TokenizedText text, PeriodMention mention) => mention is { HasYear: false, Period.Kind: PeriodKind.FirstMonths or PeriodKind.Half } && mention.End - mention.First == 2
        && !(mention.End < text.Count && text.Tokens[mention.End].Kind == TokenKind.Word && text.Tokens[mention.End].Word == language.PeriodWords.Past);

    /// <summary>A year that had hardly begun when the document was written, or that comes after it.</summary>
    bool IsStillToCome(PeriodMention mention) => date is { } day && mention is { HasYear: true, Period: { Kind: PeriodKind.Year } year }
        && (year.Year > day.Year || (year.Year == day.Year && day is { Kind: PeriodKind.Day, Part: <= 2 }));

    /// <summary><c>Năm 2023, ngành phấn đấu đạt …</c>: a year for which something is wished.</summary>
    bool IsWished(ReadOnlySpan<Token> span, PeriodMention mention)
    {
        for (var i = mention.End; i < span.Length && i < mention.End + WishReach && span[i].Kind is TokenKind.Word or TokenKind.Mark && !span[i].Is('.') && !span[i].Is(';'); i++)
            if (language.Lexicon.Longest(span, i, out var entry) > 0 && entry!.Tag == PhraseTag.Goal) return true;
        return false;
    }

    /// <summary>Next year's tasks in the lead tell that this year is reported on; only tasks, that the document is a plan.</summary>
    void NoteTask(PeriodMention mention, bool inLead)
    {
        if (mention is { HasYear: true, Period: { Kind: PeriodKind.Month or PeriodKind.Quarter } next }) years.TryAdd(next.Year, 0);
        if (mention is not { HasYear: true, Period: { Kind: PeriodKind.Year } year }) return;
        years[year.Year] = years.GetValueOrDefault(year.Year);
        task ??= (year.Year, inLead && !mention.UpTo);
    }

    void Count(Period period, PeriodSighting seen)
    {
        // A month in the body is one of many, save the one just over, or that with which an undated text begins its figures.
        if (period.Kind == PeriodKind.Month && !seen.Title && !(seen.Opening && (IsRecent(period) || (date is null && seen.OpensFigures)))) return;
        var candidate = Candidate(period);
        candidate.Count(PeriodFeature.Mentions, MostMentions);
        if (seen.Title && period.Kind != PeriodKind.Month) candidate[PeriodFeature.Titled] = 1;
        if (seen.Lead) candidate[PeriodFeature.Lead] = 1;
        if (seen.Theme == Theme.Review) candidate[PeriodFeature.Review] = 1;
        if (seen.Theme == Theme.Done) candidate[PeriodFeature.Done] = 1;
    }

    Candidate<Period, PeriodFeature> Candidate(Period period)
    {
        foreach (var known in candidates)
            if (known.Value == period) return known;
        candidates.Add(new Candidate<Period, PeriodFeature>(period, candidates.Count));
        return candidates[^1];
    }

    /// <summary>Whether a month had just ended, or was about to, when the document was written.</summary>
    bool IsRecent(Period month) => date is { Kind: PeriodKind.Day } day && ((day.Year - month.Year) * 12) + day.Part - month.Part is >= 0 and <= MostMonthsLate;

    /// <summary>The year that the text names most; of as many, the latest; 0 for none.</summary>
    int YearOfMost()
    {
        var year = 0;
        foreach (var (said, count) in years)
            if (year == 0 || count > years[year] || (count == years[year] && said > year)) year = said;
        return year > 0 ? year : date?.Year ?? latestNamed;
    }

    /// <summary><c>Tình hình tháng 6, phương hướng tháng 7 năm 2023</c>: the title's month is of the year that it names for the next.</summary>
    bool IsMonthOfTitle(PeriodSighting sighting, int year) => sighting is { Title: true, Theme: Theme.Review or Theme.Done, Period.Kind: PeriodKind.Month } && (date is null || date.Value.Year == year)
        && !sightings.Exists(s => s is { Title: true, Period.Kind: not (PeriodKind.Month or PeriodKind.Year) });

    /// <summary>The year of a term that is named without one: the document's own where the term was over when it was written, else the year named most.</summary>
    int YearOf(Period term, int most) =>
        date is { Kind: PeriodKind.Day or PeriodKind.Month } day && term.AddYears(day.Year - term.Year).EndMonth <= day.EndMonth + 1 && (years.Count == 0 || years.ContainsKey(day.Year) || day.Year > most) ? day.Year : most;
}
