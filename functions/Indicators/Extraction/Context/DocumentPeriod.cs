using System.Runtime.InteropServices;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Periods;
using ServerlessIct.Indicators.Extraction.Text;

namespace ServerlessIct.Indicators.Extraction.Context;

/// <summary>
/// Finds the period that a document reports on. Every period that it names counts for itself: more so in the title and the lead,
/// and most where the text looks back at it (<c>tổng kết năm 2023</c>); tasks and bases do not count.
/// </summary>
sealed class DocumentPeriod(Language language, Period? date)
{
    /// <summary>How many tokens count as title and lead.</summary>
    const int Lead = 60;

    /// <summary>A task or basis named farther back than so many tokens is not that of the period.</summary>
    const int TaskReach = 8;

    /// <summary>Stands for the year of what is named without one until <see cref="Settle"/>: a leap year that no text is about.</summary>
    const int NoYear = 1948;

    /// <summary>A month in so many tokens behind the title may be what the document reports on.</summary>
    const int Opening = 150;

    /// <summary>A document reports on a month that ended at most so many months before it.</summary>
    const int MostMonthsLate = 2;

    /// <summary>Naming a period more often than this says no more.</summary>
    const int MostMentions = 3;

    readonly PeriodScanner scanner = new(language);
    readonly PeriodWords words = language.PeriodWords;
    readonly Dictionary<Period, Weight> weights = [];
    readonly Dictionary<int, int> years = [];
    readonly List<Named> named = [];
    Period? task;
    Period? planned;
    Period? covered;
    int order;

    readonly record struct Named(PeriodMention Mention, Period Period, bool Title, bool Lead, bool Opening, bool Review);

    struct Weight
    {
        public int Mentions, Extra, Order;
        public bool Told, Titled;

        public readonly int Sum => Math.Min(Mentions, MostMentions) + Extra;
    }

    /// <summary>Takes in a text, or a title that stands apart from it.</summary>
    public void Add(TokenizedText text, List<Sentence> sentences, bool isTitle)
    {
        var title = isTitle ? new TitleLines(text.Count, -1, 0) : TitleLines.Read(language, text);
        foreach (var sentence in sentences)
            if (sentence.HasNumber || sentence.First < Lead) Read(text, sentence, title, isTitle);
        Settle();
    }

    /// <summary>What is left to go by where nothing is told: the end of the years that a heading covers, else the year in which the document was written.</summary>
    public Period? Fallback => covered ?? (date is { } day ? Period.OfYear(day.Year) : null);

    /// <summary>The period; null where none is told.</summary>
    public Period? Find()
    {
        Period? best = null;
        var most = default(Weight);
        var earliest = Earliest();
        foreach (var (period, weight) in weights)
        {
            if ((!weight.Told && weight.Mentions < 2) || (period.Year < earliest && period.Kind != PeriodKind.Span && !weight.Titled)) continue;
            if (best is null || weight.Sum > most.Sum || (weight.Sum == most.Sum && weight.Order < most.Order)) (best, most) = (period, weight);
        }

        return planned ?? best ?? task;
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
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (scanner.At(text.FoldedSpan, span, i, NoYear) is not { } mention) continue;
            for (; read < mention.First; read++)
            {
                if (language.Themes.At(span, read, out var length) is var said && said is Theme.None or Theme.Continues) continue;
                // "Kết quả thực hiện kế hoạch": the plan is what is looked back at.
                if (!(said == Theme.Plan && topic == Theme.Review && read == at)) topic = said;
                (at, read) = (read + length, read + length - 1);
            }

            var opens = i == sentence.First;
            i = mention.End - 1;
            if (mention.Reference != PeriodReference.Named || mention.IsOfAct || mention.Period is not { Kind: not PeriodKind.Day } period || IsElsewhen(period) || words.IsCompared(span, mention.First)) continue;
            if (title.IsPlan(mention.First) && mention.HasYear && period.Kind != PeriodKind.Span) planned = period;
            if (IsBareCount(mention) && mention.First >= title.End) continue;
            var found = new Named(mention, period, mention.First < title.End, apart || mention.First < Lead, mention.First < title.End + Opening, topic == Theme.Review);
            var isTask = (topic is Theme.Task or Theme.Plan or Theme.Aim && mention.First - at < TaskReach) || IsStillToCome(mention);
            if (isTask) NoteTask(found);
            else if (period.Kind == PeriodKind.Span && opens && IsLine(text, mention)) covered ??= Period.OfYear(period.Part);
            else if (period.Kind != PeriodKind.Span || (opens && found.Lead)) Note(found);
        }
    }

    /// <summary><c>Giai đoạn 2010 - 2021</c> as a heading says what the tables or years under it cover, and not what one figure is of.</summary>
    static bool IsLine(TokenizedText text, PeriodMention mention)
    {
        var end = mention.End;
        while (end < text.Count && text.Tokens[end].Kind == TokenKind.Mark && (char)text.Tokens[end].Word is ')' or ':' or '*') end++;
        return end == text.Count || text.Tokens[end].Kind == TokenKind.Break;
    }

    /// <summary>Whether it is the month in the dateline, or of a year called last year.</summary>
    bool IsElsewhen(Period period) => (period.Kind == PeriodKind.Month && period == date) || period.Year == NoYear - 1;

    /// <summary><c>7 tháng</c> with nothing more: outside a title it may be any length of time.</summary>
    static bool IsBareCount(PeriodMention mention) => mention is { HasYear: false, Period.Kind: PeriodKind.FirstMonths or PeriodKind.Half } && mention.End - mention.First == 2;

    /// <summary>A year that had hardly begun when the document was written, or that comes after it.</summary>
    bool IsStillToCome(PeriodMention mention) => date is { } day && mention is { HasYear: true, Period: { Kind: PeriodKind.Year } year }
        && (year.Year > day.Year || (year.Year == day.Year && day is { Kind: PeriodKind.Day, Part: <= 2 }));

    /// <summary>Next year's tasks in the lead tell that this year is reported on; only tasks, that the document is a plan.</summary>
    void NoteTask(Named found)
    {
        if (found.Mention is not { HasYear: true, Period: { Kind: PeriodKind.Year } year }) return;
        years[year.Year] = years.GetValueOrDefault(year.Year);
        task ??= found.Lead && !found.Mention.UpTo ? year.PreviousYear() : year;
    }

    void Note(Named found)
    {
        named.Add(found);
        if (found.Mention.HasYear && found.Period.Kind != PeriodKind.Span) years[found.Period.Year] = years.GetValueOrDefault(found.Period.Year) + 1;
    }

    void Count(Period period, Named found)
    {
        // A month in the body is one of many, save the one just over.
        if (period.Kind == PeriodKind.Month && !found.Title && !(found.Opening && IsRecent(period))) return;
        ref var weight = ref CollectionsMarshal.GetValueRefOrAddDefault(weights, period, out var known);
        if (!known)
        {
            weight.Order = order++;
            if (order == 1) weight.Extra += 2;
        }

        weight.Mentions++;
        if (found.Title && period.Kind != PeriodKind.Month) weight.Extra += 2;
        if (found.Lead && !weight.Told) weight.Extra += period.Kind == PeriodKind.Span ? 4 : 1;
        if (found.Review) (weight.Extra, weight.Told) = (weight.Extra + (weight.Mentions <= MostMentions ? 5 : 0), true);
        weight.Titled |= found.Title;
        weight.Told |= found.Lead || found.Title || period.Kind != PeriodKind.Year;
    }

    /// <summary>Whether a month had just ended, or was about to, when the document was written.</summary>
    bool IsRecent(Period month) => date is { Kind: PeriodKind.Day } day && ((day.Year - month.Year) * 12) + day.Part - month.Part is >= 0 and <= MostMonthsLate;

    /// <summary>Counts the periods in their order; those without a year are of the year that the text names most.</summary>
    void Settle()
    {
        var year = 0;
        foreach (var (said, count) in years)
            if (year == 0 || count > years[year] || (count == years[year] && said > year)) year = said;
        if (year == 0) year = date?.Year ?? 0;
        foreach (var found in named)
        {
            if (found.Mention.HasYear) Count(found.Period, found);
            else if (year > 0 && found.Period.Kind is not (PeriodKind.Month or PeriodKind.Year)) Count(found.Period.AddYears((IsJustOver(found.Period) ? date!.Value.Year : year) - NoYear), found);
        }

        named.Clear();
    }

    /// <summary>Whether a term was over when the document was written, in a year that it names: then it is one of that year.</summary>
    bool IsJustOver(Period term) => date is { Kind: PeriodKind.Day or PeriodKind.Month } day && years.ContainsKey(day.Year) && term.AddYears(day.Year - term.Year).EndMonth <= day.EndMonth;
}
