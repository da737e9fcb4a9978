using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Extraction.Context;
using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>Turns the figures of the rows of one table into observations, carrying the rows that others belong to.</summary>
sealed class RowReader(Language language, string text, Table table, Caption caption, Column[] columns, DocumentContext context, FigureHolder holders, INumberTrace? trace)
{
    /// <summary>Labels are cut here.</summary>
    const int LongestLabel = 200;

    /// <summary>The level of a heading across the table that nothing marks.</summary>
    const int Heading = 1;

    /// <summary>Amounts without a unit are in đồng from here on: nobody means a million of a larger unit.</summary>
    const decimal LeastInDong = 1_000_000;

    readonly Token[] tokens = table.Tokens;
    readonly SubjectFinder subjects = new(language, table.Tokens, table.Caption);
    readonly List<(int Level, IReadOnlyList<int> Words, Measure? Measure)> parents = [];
    readonly bool ofCompany = holders.IsOfCompany(table.Tokens, (table.Caption.First, table.Caption.End));

    /// <summary>Where the figures stand that were told to the trace.</summary>
    public List<SourceSpan> Traced { get; } = [];

    public void Read(GridRow row, Figure?[] figures, List<Observation> observations)
    {
        var label = row.Label;
        var heading = row.Cells.All(c => c.Cell.IsEmpty);
        var level = heading && label.Level == RowLabel.Plain ? Heading : label.Level;
        while (parents.Count > 0 && parents[^1].Level >= level) parents.RemoveAt(parents.Count - 1);
        var measure = label.Measure ?? Hint(label.Words);
        var inherited = measure ?? (parents.Count > 0 ? parents[^1].Measure : null);
        if (!heading) Add(row, figures, inherited, observations);
        if (label.Words.Count > 0) parents.Add((level, label.Words, inherited));
    }

    void Add(GridRow row, Figure?[] figures, Measure? measure, List<Observation> observations)
    {
        var place = PlaceOf(row.Label.Words);
        var words = place is not null || IsTotal(row.Label.Words) ? [] : row.Label.Words;
        var above = parents.Select(p => p.Words).Reverse().ToList();
        foreach (var column in columns)
        {
            if (column.Use == ColumnUse.Comparison ? figures[column.Index] is null || (column.Owner is { } owner && figures[owner.Index] is not null) : figures[column.Index] is null) continue;
            if (column.Use == ColumnUse.Plan && ActualOf(column, figures) is not null) continue;
            var subject = column.Axis.Names ? column.Axis.Rest : [];
            if (Observed(row, column, figures, measure, (words, subject, above), out var compared) is not { } observed) continue;
            observations.Add(observed with { Province = place == context.Province ? null : place, Label = Label(row.Label.Words, subject) });
            if (trace is not null) Explain(column, figures[column.Index]!.Value, observations, compared);
        }
    }

    /// <summary>The value of a column, or the comparison alone where the table does not give the value.</summary>
    Observation? Observed(GridRow row, Column column, Figure?[] figures, Measure? measure, (IReadOnlyList<int> Row, IReadOnlyList<int> Column, List<IReadOnlyList<int>> Above) subject, out List<(Figure Figure, Comparison Comparison)> compared)
    {
        compared = [];
        var figure = figures[column.Index]!.Value;
        var level = column.Use != ColumnUse.Comparison;
        var of = level ? MeasureOf(column, figure, measure) : null;
        var indicator = subjects.Find(of?.Unit, subject.Row, subject.Column, subject.Above);
        if (of is { } points && points.Unit == Unit.Score && (indicator?.Unit == Unit.Count || CountsPoints(subject.Row))) of = points with { Unit = Unit.Count };
        if (indicator is not null && IsCompany(subject.Row, subject.Above)) indicator = null;
        if (level && of is null)
        {
            of = new Measure(1, indicator?.Unit ?? Unit.Count);
            if (of.Value.Unit == Unit.Vnd && figure.Number < LeastInDong) return null;
        }

        foreach (var other in columns)
            if (other.Owner == column && figures[other.Index] is { } quotient) compared.Add((quotient, Compared(other, quotient, of)));
        if (!level) compared.Add((figure, Compared(column, figure, null)));
        foreach (var plan in columns)
            if (plan.Use == ColumnUse.Plan && figures[plan.Index] is { } wanted && ActualOf(plan, figures) == column) compared.Add((wanted, PlanLevel(plan, wanted, measure, of)));
        return new Observation
        {
            Indicator = indicator?.Code,
            Label = "",
            Value = level ? Value(figure, of!.Value) : null,
            Unit = level ? of!.Value.Unit : null,
            Total = level ? figure.Total : null,
            Period = column.Period,
            Kind = KindOf(column),
            Qualifier = figure.Qualifier == Qualifier.Exact && column.Axis.Has(HeaderTag.Estimated) ? Qualifier.Estimated : figure.Qualifier,
            Comparisons = [.. compared.Select(c => c.Comparison)],
            Source = figure.Span,
            Sentence = row.Cells[column.Index].Line,
        };
    }

    void Explain(Column column, Figure figure, List<Observation> observations, List<(Figure Figure, Comparison Comparison)> compared)
    {
        var place = observations.Count - 1;
        if (column.Use != ColumnUse.Comparison) Told(figure, null);
        foreach (var (other, comparison) in compared) Told(other, comparison);

        void Told(Figure told, Comparison? comparison)
        {
            var naming = observations[place].Indicator is { } code ? $"its row and column name {code}" : "no cue of the catalogue names its row and column";
            trace!.Figure(told.Span, place, comparison, comparison is null ? $"a figure of a table; {naming}" : "a figure of a table, of a column that compares");
            Traced.Add(told.Span);
        }
    }

    static decimal Value(Figure figure, Measure of) => figure.IsScaled && figure.Unit != Unit.Percent ? figure.Number : of.Of(figure.Number);

    Measure? MeasureOf(Column column, Figure figure, Measure? row)
    {
        if (figure.Unit is { } own && !(own == Unit.Vnd && row is { } r && r.Unit != Unit.Vnd)) return new Measure(1, own);
        if (figure.IsScaled) return new Measure(1, row?.Unit ?? Unit.Vnd);
        if (column.Axis.Percent && column.Use == ColumnUse.Level) return new Measure(1, Unit.Percent);
        if (column.Axis.Names && column.Axis.Has(HeaderTag.Rank)) return new Measure(1, Unit.Rank);
        return column.Axis.Measure is { } of && column.Axis.Names ? of : row ?? column.Axis.Measure ?? ColumnHint(column.Axis) ?? caption.Measure;
    }

    static Measure? ColumnHint(Axis axis) =>
        axis.Has(HeaderTag.Rank) ? new Measure(1, Unit.Rank) : axis.Has(HeaderTag.Score) ? new Measure(1, Unit.Score) : axis.Has(HeaderTag.Share) ? new Measure(1, Unit.Percent) : null;

    /// <summary><c>Số điểm phục vụ</c> counts points, <c>Số điểm</c> alone gives them.</summary>
    bool CountsPoints(IReadOnlyList<int> row) => row.Count > 2 && tokens[row[0]].Word == language.Words.Number && tokens[row[1]].Word == language.Words.Points && tokens[row[2]].Kind == TokenKind.Word;

    /// <summary>Whether the figures of a row are a company's: the whole table's are, or the row or what it belongs to names one.</summary>
    bool IsCompany(IReadOnlyList<int> row, List<IReadOnlyList<int>> above) => ofCompany || Names(row) || above.Exists(Names);

    bool Names(IReadOnlyList<int> words) => words.Count > 0 && holders.NamesCompany(tokens, (words[0], words[^1] + 1));

    /// <summary><c>Tỷ lệ …</c> is in %, <c>Xếp hạng …</c> a rank.</summary>
    Measure? Hint(IReadOnlyList<int> words)
    {
        if (words.Count == 0 || language.Headers.Longest(tokens.AsSpan(0, words[^1] + 1), words[0], out var tags) == 0) return null;
        if (tags.HasAny(HeaderTag.Rank)) return new Measure(1, Unit.Rank);
        return tags.HasAny(HeaderTag.Share | HeaderTag.Change) ? new Measure(1, Unit.Percent) : null;
    }

    /// <summary>The value of the same row and period that the plan was for.</summary>
    Column? ActualOf(Column plan, Figure?[] figures) =>
        Array.Find(columns, c => c.Use == ColumnUse.Level && c.Period == plan.Period && c.IsOfSubject(plan) && figures[c.Index] is not null);

    Comparison PlanLevel(Column plan, Figure figure, Measure? row, Measure? of)
    {
        var measure = MeasureOf(plan, figure, row) ?? of ?? new Measure(1, Unit.Count);
        return new Comparison(Basis.Plan, Relation.Level, Value(figure, measure), measure.Unit) { Qualifier = figure.Qualifier };
    }

    static Comparison Compared(Column column, Figure figure, Measure? of)
    {
        var unit = figure.Unit ?? column.Unit;
        var measure = unit is { } own ? new Measure(1, own) : column.Axis.Measure ?? of ?? new Measure(1, Unit.Count);
        return new Comparison(column.Basis, column.Relation, Value(figure, measure), measure.Unit) { Qualifier = figure.Qualifier };
    }

    Kind KindOf(Column column)
    {
        if (column.Use == ColumnUse.Plan) return Kind.Target;
        if (column.Use == ColumnUse.Comparison || column.Axis.Has(HeaderTag.Actual | HeaderTag.Estimated)) return Kind.Actual;
        var last = Math.Max(LastYear(context.Period), caption.LastYear);
        return caption.IsPlan || (last > 0 && LastYear(column.Period) > last) ? Kind.Target : Kind.Actual;
    }

    static int LastYear(Period? period) => period is { Kind: PeriodKind.Span } span ? span.Part : period?.Year ?? 0;

    /// <summary>The place that the whole label names; null where it names something else.</summary>
    string? PlaceOf(IReadOnlyList<int> words)
    {
        for (var i = 0; i < words.Count && i < 4; i++)
        {
            var at = words[i];
            if (language.Places.At(text, tokens.AsSpan(0, words[^1] + 1), at, out var length, out var title) is { } slug)
                return i + length == words.Count && title is not (PlaceTitle.Part or PlaceTitle.Seat) ? slug : null;
            if (!(language.Places.IsTitle(tokens[at]) || tokens[at].Is('.') || tokens[at].Word == language.Words.Town)) return null;
        }

        return null;
    }

    bool IsTotal(IReadOnlyList<int> words) =>
        words.Count > 0 && language.Headers.Longest(tokens.AsSpan(0, words[^1] + 1), words[0], out var tags) == words.Count && tags.HasAny(HeaderTag.Total);

    string Label(IReadOnlyList<int> row, IReadOnlyList<int> column)
    {
        var own = Written(row);
        if (column.Count > 0) own = own.Length > 0 ? $"{own}, {Written(column)}" : Written(column);
        if (parents.Count > 0 && parents[^1].Words.Count > 0) own = $"{Written(parents[^1].Words)}: {own}";
        return own.Length > LongestLabel ? own[..LongestLabel] : own;
    }

    string Written(IReadOnlyList<int> words) => words.Count == 0 ? "" : text[tokens[words[0]].Start..tokens[words[^1]].End];
}
