using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Storage;

/// <summary>
/// The rows of the table <c>series</c>. A partition is an indicator. Its rows are points (<c>province|period|kind</c>), cross-sections
/// (<c>~section|period</c>: every place's figure, from which ranks and national figures come) and issues (<c>~issues|province</c>).
/// The partition <c>~subjects</c> has a row a province: what documents state that no indicator names. No slug or code begins with <c>~</c>.
/// </summary>
public static class SeriesRows
{
    /// <summary>The property with the hash of a row's content.</summary>
    public const string Hash = "Hash";

    /// <summary>The property with the figures of a cross-section.</summary>
    public const string Figures = "Figures";

    /// <summary>What stands for the province of a cross-section; no slug.</summary>
    public const string NoProvince = "";

    /// <summary>The property of a point that says how exactly its figure is stated.</summary>
    internal const string QualifierName = "Qualifier";

    /// <summary>Where rows that are no points begin and end.</summary>
    internal const string FirstOther = "~", BeforeOther = "\u007F";

    internal const string SubjectsPartition = "~subjects";

    const string SectionPrefix = "~section|", IssuesPrefix = "~issues|";

    /// <summary>The row of a point.</summary>
    public static TableEntity Of(SeriesPoint point) => Hashed(TableEntities.Of(
        TableKey.Join(point.Indicator),
        TableKey.Join(point.Province, point.Period.ToString(), point.Kind == Kind.Actual ? "actual" : "target"),
        ("Year", point.Period.Year),
        ("Value", StoredNumber.Write(point.Chosen?.Value)),
        ("Unit", point.Chosen?.Unit?.Code),
        (QualifierName, point.Chosen is { } chosen ? (int)chosen.Qualifier : null),
        ("Document", point.Chosen?.Document),
        ("Verdict", point.AgainstYearBefore()?.Verdict.ToString()),
        ("Why", point.Why.ToString()),
        ("Break", point.IsBreak ? true : null),
        ("Chosen", StoredJson.Write(point.Chosen)),
        ("Alternatives", StoredJson.WriteFitting(point.Alternatives)),
        ("Deltas", StoredJson.WriteFitting(point.Deltas))));

    /// <summary>The row of a cross-section.</summary>
    public static TableEntity Of(string indicator, CrossSection section) => Hashed(TableEntities.Of(
        TableKey.Join(indicator),
        SectionPrefix + TableKey.Join(section.Period.ToString()),
        ("Year", section.Period.Year),
        (Figures, string.Join('\n', section.Figures.Select(f => string.Create(
            CultureInfo.InvariantCulture, $"{f.Place}\t{f.Value}\t{f.Unit.Code.ReplaceLineEndings(" ").Replace('\t', ' ')}\t{(int)f.Qualifier}"))))));

    /// <summary>The row of a series' issues.</summary>
    public static TableEntity Of(string indicator, string province, IReadOnlyList<SeriesIssue> issues) => Hashed(TableEntities.Of(
        TableKey.Join(indicator), IssuesPrefix + TableKey.Join(province), ("Count", issues.Count), ("Issues", StoredJson.WriteFitting(issues))));

    /// <summary>The row of the subjects that no indicator names.</summary>
    public static TableEntity Of(string province, SubjectTally subjects) => Hashed(TableEntities.Of(
        SubjectsPartition, TableKey.Join(province), ("Count", subjects.Observations), ("Subjects", StoredJson.WriteFitting(subjects.MostFrequent))));

    /// <summary>The indicator of a row.</summary>
    public static string IndicatorOf(TableEntity entity) => TableKey.Split(entity.PartitionKey)[0];

    /// <summary>The province of a point, of issues or of subjects; <see cref="NoProvince"/> of a cross-section.</summary>
    public static string ProvinceOf(TableEntity entity)
    {
        var row = entity.RowKey;
        if (entity.PartitionKey == SubjectsPartition) return TableKey.Split(row)[0];
        if (row.StartsWith(IssuesPrefix, StringComparison.Ordinal)) return TableKey.Split(row[IssuesPrefix.Length..])[0];
        var end = row.IndexOf('|', StringComparison.Ordinal);
        return row.StartsWith(SectionPrefix, StringComparison.Ordinal) || end < 0 ? NoProvince : TableKey.Split(row[..end])[0];
    }

    /// <summary>What a point adds to the cross-section of its period, without its deltas being read; null where it adds nothing.</summary>
    public static (Period Period, PlaceFigure Figure)? ReadFigureOfPoint(TableEntity entity)
    {
        if (entity.RowKey.StartsWith(FirstOther, StringComparison.Ordinal) || entity.PartitionKey == SubjectsPartition) return null;
        var parts = TableKey.Split(entity.RowKey);
        return parts[2] != "actual" || StoredNumber.Read(entity.GetString("Value")) is not { } value || entity.GetString("Unit") is not { } unit ? null
            : (Period.Parse(parts[1]), new PlaceFigure(parts[0], value, Unit.Of(unit), (Qualifier)(entity.GetInt32(QualifierName) ?? 0)));
    }

    /// <summary>The cross-section of a row; null where it is another row.</summary>
    public static CrossSection? ReadSection(TableEntity entity) =>
        !entity.RowKey.StartsWith(SectionPrefix, StringComparison.Ordinal) || entity.GetString(Figures) is not { } figures ? null
        : new CrossSection(
            Period.Parse(TableKey.Split(entity.RowKey[SectionPrefix.Length..])[0]),
            figures.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ReadFigure));

    /// <summary>The point of a row; null where it is another row.</summary>
    public static SeriesPoint? ReadPoint(TableEntity entity)
    {
        if (entity.RowKey.StartsWith(FirstOther, StringComparison.Ordinal)) return null;
        var parts = TableKey.Split(entity.RowKey);
        return new SeriesPoint
        {
            Indicator = IndicatorOf(entity),
            Province = parts[0],
            Period = Period.Parse(parts[1]),
            Kind = parts[2] == "target" ? Kind.Target : Kind.Actual,
            Chosen = StoredJson.Read<Candidate>(entity.GetString("Chosen")),
            Why = Enum.TryParse<ChoiceReason>(entity.GetString("Why"), out var why) ? why : ChoiceReason.Unopposed,
            IsBreak = entity.GetBoolean("Break") ?? false,
            Alternatives = StoredJson.Read<List<Candidate>>(entity.GetString("Alternatives")) ?? [],
            Deltas = StoredJson.Read<List<Delta>>(entity.GetString("Deltas")) ?? [],
        };
    }

    /// <summary>The issues of a row, with the province.</summary>
    public static (string Province, IReadOnlyList<SeriesIssue> Issues) ReadIssues(TableEntity entity) =>
        (TableKey.Split(entity.RowKey[IssuesPrefix.Length..])[0], StoredJson.Read<List<SeriesIssue>>(entity.GetString("Issues")) ?? []);

    /// <summary>The subjects of a row, with the province, and of how many observations they are.</summary>
    public static (string Province, int Observations, IReadOnlyList<Subject> Subjects) ReadSubjects(TableEntity entity) =>
        (TableKey.Split(entity.RowKey)[0], entity.GetInt32("Count") ?? 0, StoredJson.Read<List<Subject>>(entity.GetString("Subjects")) ?? []);

    internal static (string From, string Before) IssuesRange => (IssuesPrefix, IssuesPrefix[..^1] + "}");

    internal static (string From, string Before) SectionRange => (SectionPrefix, SectionPrefix[..^1] + "}");

    static PlaceFigure ReadFigure(string line)
    {
        var cells = line.Split('\t');
        return new PlaceFigure(cells[0], StoredNumber.Read(cells[1])!.Value, Unit.Of(cells[2]), (Qualifier)int.Parse(cells[3], CultureInfo.InvariantCulture));
    }

    static TableEntity Hashed(TableEntity entity)
    {
        var content = string.Join('\n', entity.Where(p => p.Key is not ("PartitionKey" or "RowKey")).OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Key}={p.Value}")));
        entity[Hash] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 16));
        return entity;
    }
}
