using ServerlessIct.Indicators;

namespace ServerlessIct.App.Storage;

/// <summary>An observation as stored: with its document, and with the words it was read from.</summary>
public sealed record ObservationRecord
{
    /// <summary>The slug of the place that the figure is of; null where unknown.</summary>
    public string? Province { get; init; }

    /// <summary>The observation; its sentence span is cut to a window around the number where the sentence is very long.</summary>
    public required Observation Observation { get; init; }

    /// <summary>The number with its unit, as written.</summary>
    public required string SourceText { get; init; }

    /// <summary>The sentence, as written.</summary>
    public required string SentenceText { get; init; }

    /// <summary>The id of the document.</summary>
    public required string Document { get; init; }

    /// <summary>The name of the document's blob.</summary>
    public required string DocumentName { get; init; }

    /// <summary>The document's reporting period; null where unknown.</summary>
    public Period? DocumentPeriod { get; init; }

    /// <summary>When the document was uploaded.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The place among the document's observations, from 0.</summary>
    public int Ordinal { get; init; }

    /// <summary>Where it is stored.</summary>
    public RowAddress Address() => new(
        Province ?? ObservationTable.Unassigned,
        TableKey.Join(
            Observation.Indicator ?? "",
            Observation.Period?.ToString() ?? "",
            Observation.Kind == Kind.Actual ? "actual" : "target",
            Document,
            Ordinal.ToString("D6", System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>The observations of a document, ready to be stored.</summary>
    public static IReadOnlyList<ObservationRecord> From(ExtractionResult reading, string document, string name, DateTimeOffset receivedAt) =>
        [.. reading.Observations.Select((observation, ordinal) => From(observation, ordinal, reading, document, name, receivedAt))];

    static ObservationRecord From(Observation observation, int ordinal, ExtractionResult reading, string document, string name, DateTimeOffset receivedAt)
    {
        var source = Window(reading.Text, observation.Source, observation.Source);
        var sentence = Window(reading.Text, observation.Sentence, source);
        return new ObservationRecord
        {
            Province = observation.Province ?? reading.Province,
            Observation = observation with
            {
                Source = source,
                Sentence = sentence,
                Label = CutText.To(LongestLabel, observation.Label),
                Comparisons = observation.Comparisons.Count <= MostComparisons ? observation.Comparisons : [.. observation.Comparisons.Take(MostComparisons)],
            },
            SourceText = source.In(reading.Text),
            SentenceText = sentence.In(reading.Text),
            Document = document,
            DocumentName = name,
            DocumentPeriod = reading.Period,
            ReceivedAt = receivedAt,
            Ordinal = ordinal,
        };
    }

    /// <summary>The longest stretch of text kept beside an observation; the table allows 32,768.</summary>
    const int LongestStretch = 4_000;

    /// <summary>Label and comparisons stand together in one string of a series, as JSON, which takes six characters for some letters.</summary>
    const int LongestLabel = 1_000, MostComparisons = 50;

    static SourceSpan Window(string text, SourceSpan span, SourceSpan around)
    {
        if (span.Length <= LongestStretch) return span;
        var start = Math.Clamp(around.Start - (LongestStretch / 2), span.Start, span.End - LongestStretch);
        var end = start + LongestStretch;
        // A surrogate pair is not cut in two.
        if (start > 0 && char.IsLowSurrogate(text[start])) start++;
        if (end < text.Length && char.IsLowSurrogate(text[end])) end--;
        return new SourceSpan(start, end);
    }
}

/// <summary>Where an observation is stored.</summary>
/// <param name="Province">The slug, or <see cref="ObservationTable.Unassigned"/>: the partition.</param>
/// <param name="RowKey">The key in the partition, as <see cref="TableKey.Join"/> writes it.</param>
public readonly record struct RowAddress(string Province, string RowKey)
{
    /// <summary>The id of the document that states it.</summary>
    public string Document => TableKey.Split(RowKey)[3];

    /// <summary>The series that the row belongs to; a row without an indicator belongs to the uncatalogued of its province, one without a province to none.</summary>
    public SeriesKey? Series()
    {
        var indicator = TableKey.Split(RowKey)[0];
        if (indicator.Length == 0) return new SeriesKey(Province, SeriesKey.Uncatalogued);
        return Province == ObservationTable.Unassigned ? null : new SeriesKey(Province, indicator);
    }
}
