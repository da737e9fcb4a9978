using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Quantities;

namespace ServerlessIct.Indicators.Extraction.Periods;

/// <summary>Finds the period that a value of a sentence is of: the nearest before it, else one behind it in its own words.</summary>
static class PeriodInForce
{
    /// <summary>The period named for a quantity; null where its sentence names none.</summary>
    /// <param name="paragraph">The period in force before the sentence, for mentions such as <c>cùng kỳ</c>.</param>
    /// <param name="document">The reporting period, for <c>đến nay</c>.</param>
    public static Period? For(SentencePieces sentence, Quantity quantity, Period? paragraph, Period? document)
    {
        for (var i = quantity.Piece - 1; i >= 0; i--)
        {
            if (sentence[i].Is(')') && sentence.Opening(i) is > 0 and var open && sentence.HasQuantity(open, i)) { i = open; continue; }
            if (Read(sentence, i, quantity, paragraph, document) is { } before) return before;
        }

        for (var i = quantity.Piece + 1; i < quantity.NounEnd; i++)
            if (Read(sentence, i, quantity, paragraph, document) is { } behind) return behind;
        return null;
    }

    /// <summary>The period with which a sentence opens, which then holds for its paragraph; null for none.</summary>
    public static Period? Opening(SentencePieces sentence, Period? document)
    {
        for (var i = 0; i < sentence.Pieces.Count && i < 12 && sentence[i].Kind != PieceKind.Quantity; i++)
            if (Read(sentence, i, null, null, document) is { } period) return period;
        return null;
    }

    static Period? Read(SentencePieces sentence, int i, Quantity? quantity, Period? paragraph, Period? document)
    {
        if (sentence[i].Period is not { } mention || IsBasis(sentence, mention)) return null;
        var before = sentence[i - 1];
        switch (mention.Reference)
        {
            case PeriodReference.Named when mention.Period is { } named:
                if (before.Is(Sense.Plan) && quantity is { Role: not Role.PlanLevel } && !IsSubjectPlan(sentence, i)) return null;
                if (named.Kind == PeriodKind.Day) return before.Is(Sense.AsOf) ? named : null;
                if (named.Kind == PeriodKind.Span) return i <= 2 || (quantity is not null && i >= quantity.Subject.From && before.Is(Sense.Function)) ? named : null;
                return named.Kind == PeriodKind.Month && before.Is(Sense.AsOf) && IsUpTo(before) ? Period.OfFirstMonths(named.Year, named.Part) : named;
            case PeriodReference.SamePeriod or PeriodReference.PreviousYear when quantity is not null && quantity.Lead == i + 1 && quantity.Role == Role.Level:
                return mention.Period is { } year ? (paragraph ?? document)?.AddYears(year.Year - (paragraph ?? document)!.Value.Year) : (paragraph ?? document)?.PreviousYear();
            case PeriodReference.Current:
                return document;
            default:
                return null;
        }
    }

    static bool IsUpTo(Piece asOf) => asOf.End - asOf.First == 1;

    static bool IsSubjectPlan(SentencePieces sentence, int i) => i <= 2 && sentence[i + 1].Is(Sense.Reach);

    static bool IsBasis(SentencePieces sentence, PeriodMention mention) => 
        sentence.Quantities.Exists(q => q.Basis?.Period == mention) || sentence.LeadingBases.Exists(b => b.Basis.Period == mention);
}
