using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api;

/// <summary>Finds where the chosen values of points are written.</summary>
public sealed class Provenance(ObservationTable observations)
{
    /// <summary>Each series takes a read of its own.</summary>
    const int MostSeries = 200, Parallel = 8;

    /// <summary>The sources of the points, by document and place in it; what was changed since the series were built is not there.</summary>
    /// <exception cref="ProblemException">413: there are too many series.</exception>
    public async Task<IReadOnlyDictionary<(string Document, int Ordinal), SourceAnswer>> OfAsync(
        IReadOnlyList<SeriesPoint> points, CancellationToken cancellationToken)
    {
        var series = points.Select(p => new SeriesKey(p.Province, p.Indicator)).Distinct().ToList();
        if (series.Count > MostSeries)
            throw new ProblemException(new ProblemAnswer
            {
                Title = "Too much is asked for at once",
                Status = 413,
                Detail = "With provenance fewer series can be had at once. Ask for fewer provinces or indicators.",
                Parameter = "provenance",
                Asked = series.Count,
                Allowed = MostSeries,
            });
        var wanted = points.Select(p => p.Chosen).OfType<Candidate>().Select(c => (c.Document, c.Ordinal)).ToHashSet();
        var found = new System.Collections.Concurrent.ConcurrentDictionary<(string, int), SourceAnswer>();
        await System.Threading.Tasks.Parallel.ForEachAsync(
            series,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
            async (key, token) =>
            {
                await foreach (var record in observations.AllAsync(key.Province, key.Indicator, years: null, token))
                    if (wanted.Contains((record.Document, record.Ordinal))) found[(record.Document, record.Ordinal)] = Source(record);
            });
        return found;
    }

    static SourceAnswer Source(ObservationRecord record) => new(
        record.Document, record.DocumentName, Text(record.Observation.Source, record.SourceText), Text(record.Observation.Sentence, record.SentenceText));

    static TextAnswer Text(SourceSpan span, string text) => new(span.Start, span.End, text);
}

/// <summary>Where a value is written.</summary>
/// <param name="Document">The id of the document: 32 hexadecimal digits, the name of <c>GET documents/{id}</c>.</param>
/// <param name="Name">The name of the document's file, with its folders.</param>
/// <param name="Source">The number with its unit, as written.</param>
/// <param name="Sentence">The sentence around it.</param>
public sealed record SourceAnswer(string Document, string Name, TextAnswer Source, TextAnswer Sentence);

/// <summary>A stretch of a document's text (<c>GET documents/{id}/text</c>), in UTF-16 units.</summary>
/// <param name="Start">Where it begins in the text: how many UTF-16 units stand before, from 0.</param>
/// <param name="End">Where it ends: one past its last unit, so that the length is the difference.</param>
/// <param name="Text">The words that stand there.</param>
public sealed record TextAnswer(int Start, int End, string Text);
