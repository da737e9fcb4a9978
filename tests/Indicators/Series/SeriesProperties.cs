using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.Indicators.Tests.Series;

public sealed class SeriesProperties
{
    const string Province = "soc-trang", Code = "telecom.revenue";

    static readonly Config Thorough = Thoroughness.Of(300);

    static readonly Gen<Period> Periods = Gen.Elements(
        Period.OfYear(1945), Period.OfYear(2022), Period.OfYear(2023), Period.OfHalf(2022, 1), Period.OfHalf(2023, 1),
        Period.OfMonth(2023, 1), Period.OfFirstMonths(2023, 9), Period.OfDay(2024, 2, 29), Period.OfSpan(2021, 2025));

    static readonly Gen<Unit> Units = Gen.Elements(Unit.Count, Unit.Percent, Unit.Rank, Unit.Vnd, Unit.Point, Unit.Times, Unit.Score);

    // Small figures, so that they meet, and any decimal at all.
    static readonly Gen<decimal> Figures = Gen.OneOf(
        Gen.Choose(-20, 200).Select(i => (decimal)i),
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from middle in Gen.Choose(int.MinValue, int.MaxValue)
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        from scale in Gen.Choose(0, 28)
        from negative in Gen.Elements(true, false)
        select new decimal(low, middle, high, negative, (byte)scale));

    static readonly Gen<Comparison> Comparisons =
        from basis in Gen.OneOf(Periods.Select(p => (Basis?)Basis.Of(p)), Gen.Constant((Basis?)Basis.Plan), Gen.Constant((Basis?)null))
        from relation in Gen.Elements(Relation.Change, Relation.Ratio, Relation.Level)
        from value in Figures
        from unit in Units
        select new Comparison(basis, relation, value, unit);

    static readonly Gen<Candidate> Candidates =
        from period in Periods
        from kind in Gen.Elements(Kind.Actual, Kind.Actual, Kind.Target)
        from value in Gen.OneOf(Figures.Select(f => (decimal?)f), Gen.Constant((decimal?)null))
        from unit in Units
        from qualifier in Gen.Elements(Enum.GetValues<Qualifier>())
        from comparisons in Comparisons.ListOf(2)
        from document in Gen.Elements("a", "b")
        from ordinal in Gen.Choose(0, 2)
        from day in Gen.Choose(0, 2)
        select new Candidate
        {
            Province = Province,
            Indicator = Code,
            Period = period,
            Kind = kind,
            Value = value,
            Unit = value is null ? null : unit,
            Qualifier = qualifier,
            Comparisons = comparisons,
            Document = document,
            Ordinal = ordinal,
            ReceivedAt = DateTimeOffset.UnixEpoch.AddDays(day),
        };

    [Fact]
    public void The_order_of_the_sources_does_not_matter() => Check.One(Thorough, Prop.ForAll(
        (from sources in Candidates.ListOf() from shuffled in Gen.Shuffle<Candidate>(sources) select (sources, shuffled)).ToArbitrary(),
        orders => Written(orders.shuffled) == Written(orders.sources)));

    [Fact]
    public void Any_sources_make_a_series_and_always_the_same() => Check.One(Thorough, Prop.ForAll(
        Candidates.ListOf().ToArbitrary(),
        sources => Written(sources) == Written([.. sources.Select(s => s with { Comparisons = [.. s.Comparisons] })])));

    [Fact]
    public void Every_source_is_chosen_or_an_alternative_once() => Check.One(Thorough, Prop.ForAll(
        Candidates.ListOf().ToArbitrary(),
        sources => SeriesBuilder.Build(Province, Code, sources).Sum(p => 1 + p.Alternatives.Count) == sources.Count));

    [Fact]
    public void A_true_change_is_confirmed_however_it_is_rounded() => Check.One(Thorough, Prop.ForAll(
        Truths().ToArbitrary(), truth => VerdictOn(truth.Before, truth.After, truth.Reported, truth.Unit) == Verdict.Confirmed));

    [Fact]
    public void A_change_that_is_wrong_by_two_of_its_last_digits_is_contradicted() => Check.One(Thorough, Prop.ForAll(
        (from before in Gen.Choose(1, 9_999)
         from after in Gen.Choose(0, 9_999)
         from digits in Gen.Choose(0, 3)
         from sign in Gen.Elements(-2, 2)
         let change = Printed(100m * (after - before) / before, digits) + sign * new decimal(1, 0, 0, false, (byte)digits)
         select (before, after, change)).ToArbitrary(),
        it => VerdictOn(it.before, it.after, new Comparison(Basis.Of(Period.OfYear(2022)), Relation.Change, it.change, Unit.Percent), Unit.Count)
            == Verdict.Contradicted));

    /// <summary>A true pair of levels, printed as reports print them, and their true change, printed with some digits of its own.</summary>
    static Gen<(decimal Before, decimal After, Comparison Reported, Unit Unit)> Truths() =>
        from unit in Gen.Elements(Unit.Count, Unit.Vnd, Unit.Percent, Unit.Rank)
        from before in TrueLevels(unit)
        from after in TrueLevels(unit)
        from levelDigits in Gen.Choose(0, 2)
        from digits in Gen.Choose(0, 3)
        from form in Gen.Choose(0, 3)
        select (Level(before, unit, levelDigits), Level(after, unit, levelDigits), Report(before, after, unit, form, digits), unit);

    static Gen<decimal> TrueLevels(Unit unit) =>
        unit == Unit.Rank ? Gen.Choose(1, 63).Select(i => (decimal)i)
        : unit == Unit.Percent ? Gen.Choose(10_000, 1_000_000).Select(i => i / 10_000m)
        : unit == Unit.Count ? Gen.Choose(1, 9_999).Select(i => (decimal)i)
        : from size in Gen.Choose(6, 14) from digits in Gen.Choose(1_000_000, 9_999_999) select digits * Power(size - 6);

    static decimal Level(decimal truth, Unit unit, int digits) =>
        unit == Unit.Vnd ? Money(truth, digits) : unit == Unit.Percent ? Printed(truth, digits) : truth;

    static Comparison Report(decimal before, decimal after, Unit unit, int form, int digits)
    {
        var basis = Basis.Of(Period.OfYear(2022));
        if (unit == Unit.Rank) return new(basis, Relation.Change, before - after, Unit.Rank);
        return form switch
        {
            0 => new(basis, Relation.Change, Printed((after - before) / before * 100, digits), Unit.Percent),
            1 => new(basis, Relation.Ratio, Printed(after / before * 100, digits), Unit.Percent),
            2 => new(basis, Relation.Ratio, Printed(after / before, digits), Unit.Times),
            _ when unit == Unit.Percent => new(basis, Relation.Change, Printed(after - before, digits), Unit.Point),
            _ when unit == Unit.Vnd => new(basis, Relation.Change, Money(after - before, digits), Unit.Vnd),
            _ => new(basis, Relation.Change, after - before, unit),
        };
    }

    // "69,3 tỷ": in the largest multiplier that the amount reaches, with so many decimals.
    static decimal Money(decimal amount, int digits)
    {
        var size = Math.Abs(amount);
        var multiplier = size >= 1e9m ? 1e9m : size >= 1e6m ? 1e6m : 1;
        return Printed(amount / multiplier, multiplier == 1 ? 0 : digits) * multiplier;
    }

    static decimal Printed(decimal value, int digits) => Math.Round(value, digits, MidpointRounding.AwayFromZero);

    static decimal Power(int exponent) => exponent == 0 ? 1 : 10 * Power(exponent - 1);

    static Verdict VerdictOn(decimal before, decimal after, Comparison reported, Unit unit)
    {
        var source = new Candidate
        {
            Province = Province,
            Indicator = Code,
            Period = Period.OfYear(2022),
            Value = before,
            Unit = unit,
            Document = "a",
        };
        var later = source with { Period = Period.OfYear(2023), Value = after, Comparisons = [reported] };
        return SeriesBuilder.Build(Province, Code, [source, later])[^1].Deltas.Single().Verdict;
    }

    static string Written(IEnumerable<Candidate> sources) => JsonSerializer.Serialize(SeriesBuilder.Build(Province, Code, sources));
}
