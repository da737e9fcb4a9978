using ServerlessIct.Indicators.Extraction.Quantities;

namespace ServerlessIct.Indicators.Extraction.Comparisons;

/// <summary>Turns what a statement says of changes, ratios and plans into the comparisons of an observation.</summary>
static class StatedComparisons
{
    /// <summary>The comparisons in the order of the text, then those that say that nothing changed.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="unit">The unit of its value; null where it has none.</param>
    /// <param name="of">The period of its value.</param>
    public static Comparison[] Of(Statement statement, Unit? unit, Period? of)
    {
        var told = statement.Comparisons;
        var comparisons = new Comparison[told.Count + statement.Unchanged.Count];
        for (var i = 0; i < told.Count; i++) comparisons[i] = Of(told[i], unit, of);
        for (var i = told.Count; i < comparisons.Length; i++)
            comparisons[i] = new Comparison(BasisResolver.Resolve(statement.Unchanged[i - told.Count], of), Relation.Change, 0, unit ?? Unit.Count);
        return comparisons;
    }

    static Comparison Of(Quantity quantity, Unit? levelUnit, Period? of)
    {
        var unit = quantity.Unit ?? levelUnit ?? Unit.Count;
        if (unit == Unit.Score && levelUnit == Unit.Count) unit = Unit.Count;
        var relation = quantity.Role switch { Role.Ratio => Relation.Ratio, Role.PlanLevel => Relation.Level, _ => Relation.Change };
        var basis = quantity.Role == Role.PlanLevel ? Basis.Plan : BasisResolver.Resolve(quantity.Basis, of);
        return new Comparison(basis, relation, relation == Relation.Change ? quantity.Sign * quantity.Value : quantity.Value, unit) { Qualifier = quantity.Qualifier };
    }
}
