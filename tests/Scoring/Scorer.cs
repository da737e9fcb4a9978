using System.Globalization;

namespace ServerlessIct.Scoring;

/// <summary>
/// Compares what was read in a text with its labels. Said twice is no fault; what is labelled optional counts neither way, under whatever
/// name it was read; comparisons count by themselves.
/// </summary>
public static class Scorer
{
    public static TextScore Score(Labels labels, string? province, IReadOnlyList<Fact> read)
    {
        var required = labels.Facts.Where(f => !f.Optional).ToList();
        var optional = labels.Facts.Where(f => f.Optional).ToList();
        var (facts, ofOptional) = Facts(labels, required, optional, province, read);
        var quantities = Match(Levels(required).Select(Quantity), Levels(read).Select(Quantity), Levels(optional).Select(Quantity));
        return new TextScore(facts, Comparisons(labels, required, optional, province, read, ofOptional), quantities, labels.Province == province);
    }

    static (Matching<FactKey> Facts, HashSet<Fact> OfOptional) Facts(Labels labels, List<Fact> required, List<Fact> optional, string? province, IReadOnlyList<Fact> read)
    {
        var wanted = Levels(required).Select(f => Key(f, labels.Province)).ToList();
        var spare = Levels(optional).Select(Quantity).ToList();
        var ofOptional = new HashSet<Fact>(ReferenceEqualityComparer.Instance);
        var kept = new List<FactKey>();
        foreach (var fact in Levels(read))
        {
            var key = Key(fact, province);
            // An optional quantity may be read under any name: only its value counts.
            if (wanted.Contains(key) || !spare.Remove(Quantity(fact))) kept.Add(key);
            else ofOptional.Add(fact);
        }

        return (Match(wanted, kept, []), ofOptional);
    }

    static Matching<ComparisonKey> Comparisons(Labels labels, List<Fact> required, List<Fact> optional, string? province, IReadOnlyList<Fact> read, HashSet<Fact> ofOptional)
    {
        var wanted = required.SelectMany(f => f.Comparisons.Select(c => Key(f, c, labels.Province))).ToList();
        var spare = optional.SelectMany(f => f.Comparisons).Select(Bare).ToList();
        var kept = new List<ComparisonKey>();
        foreach (var fact in read)
        {
            foreach (var comparison in fact.Comparisons)
            {
                var key = Key(fact, comparison, province);
                // What is said of an optional quantity is optional too, whatever the quantity was taken for.
                if (wanted.Contains(key) || !(ofOptional.Contains(fact) || spare.Remove(Bare(comparison)))) kept.Add(key);
            }
        }

        return Match(wanted, kept, []);
    }

    /// <summary>Each wanted key is found once; the same key once more is no false alarm, nor is one of the optional.</summary>
    static Matching<T> Match<T>(IEnumerable<T> wanted, IEnumerable<T> read, IEnumerable<T> optional)
    {
        var missed = wanted.ToList();
        var spare = optional.ToList();
        var known = missed.ToHashSet();
        var (right, wrong) = (0, new List<T>());
        foreach (var key in read)
        {
            if (missed.Remove(key)) right++;
            else if (!spare.Remove(key) && !known.Contains(key)) wrong.Add(key);
        }

        return new Matching<T>(right, missed, wrong);
    }

    static IEnumerable<Fact> Levels(IEnumerable<Fact> facts) => facts.Where(f => f.Value is not null);

    static FactKey Key(Fact fact, string? province) =>
        new(fact.Indicator, Rounded(fact.Value), fact.Unit, Rounded(fact.Total), fact.Period, fact.Kind, fact.Province ?? province);

    static ComparisonKey Key(Fact fact, FactComparison comparison, string? province) =>
        new(fact.Indicator, fact.Period, fact.Kind, fact.Province ?? province, comparison.Basis, comparison.Relation, Rounded(comparison.Value), comparison.Unit);

    static QuantityKey Quantity(Fact fact) => new(Rounded(fact.Value), fact.Unit);

    static (string Relation, double? Value, string? Unit) Bare(FactComparison comparison) => (comparison.Relation, Rounded(comparison.Value), comparison.Unit);

    /// <summary>Nine digits are compared.</summary>
    static double? Rounded(decimal? value) => value is { } v ? double.Parse(((double)v).ToString("E8", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : null;
}
