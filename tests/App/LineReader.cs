using System.Globalization;
using ServerlessIct.Indicators;

namespace ServerlessIct.App.Tests;

/// <summary>
/// Stands for extraction where a test is about storage: each line is <c>indicator value period [province]</c>, or <c>- value period</c> for a
/// statistic without an indicator; other lines say nothing.
/// </summary>
static class LineReader
{
    public static ExtractionResult Read(string text, DocumentHints hints)
    {
        var observations = new List<Observation>();
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            if (Parse(line, start) is { } observation) observations.Add(observation);
            start += line.Length + 1;
        }
        return new ExtractionResult(text, hints.Province, hints.Year is { } year ? Period.OfYear(year) : null, hints.Title, observations);
    }

    static Observation? Parse(string line, int start)
    {
        var words = line.Split(' ');
        if (words.Length is < 3 or > 4 || !decimal.TryParse(words[1], NumberStyles.Number, CultureInfo.InvariantCulture, out var value)) return null;
        return new Observation
        {
            Indicator = words[0] == "-" ? null : words[0],
            Label = words[0],
            Value = value,
            Unit = Unit.Count,
            Period = Period.TryParse(words[2], out var period) ? period : null,
            Province = words.Length == 4 ? words[3] : null,
            Source = new SourceSpan(start + words[0].Length + 1, start + words[0].Length + 1 + words[1].Length),
            Sentence = new SourceSpan(start, start + line.Length),
        };
    }
}
