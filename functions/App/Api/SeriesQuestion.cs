using System.Collections.Concurrent;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Places;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Api;

/// <summary>Which points of which series are asked for; an empty list means all.</summary>
/// <param name="Provinces">Slugs.</param>
/// <param name="Indicators">Codes.</param>
/// <param name="Years">Years of the periods.</param>
/// <param name="Kinds">Reached or wanted.</param>
public sealed record SeriesQuestion(IReadOnlyList<string> Provinces, IReadOnlyList<string> Indicators, YearRanges Years, IReadOnlyList<Kind> Kinds)
{
    /// <summary>An answer has at most this many provinces × indicators × years.</summary>
    public const int MostCells = 200_000;

    /// <summary>Beyond this many provinces an indicator's partition is read whole, and the rest is left out here.</summary>
    const int FewProvinces = 8;

    /// <summary>Partitions read at once.</summary>
    const int Parallel = 8;

    /// <summary>Reads the question from a query.</summary>
    /// <exception cref="ProblemException">413: more is asked for than an answer may have.</exception>
    public static SeriesQuestion From(Parameters parameters)
    {
        var question = new SeriesQuestion(parameters.Provinces(), parameters.Indicators(), parameters.Years(), parameters.Choices<Kind>("kind"));
        return question.Cells <= MostCells ? question : throw new ProblemException(new ProblemAnswer
        {
            Title = "Too much is asked for at once",
            Status = 413,
            Detail = "Ask for fewer provinces, indicators or years: their product counts. GET /api/v1/export gives everything there is.",
            Asked = question.Cells,
            Allowed = MostCells,
        });
    }

    /// <summary>How many cells the answer could have.</summary>
    public long Cells => (long)(Provinces.Count == 0 ? Gazetteer.Default.Before2025.Count + 1 : Provinces.Count)
        * (Indicators.Count == 0 ? IndicatorCatalogue.Default.All.Count : Indicators.Count)
        * (Years.IsAny ? 1 : Years.All.Count());

    /// <summary>The points, ordered by province, indicator, kind and period.</summary>
    public async Task<IReadOnlyList<SeriesPoint>> AnswerAsync(SeriesTable table, CancellationToken cancellationToken)
    {
        var found = new ConcurrentBag<SeriesPoint>();
        await System.Threading.Tasks.Parallel.ForEachAsync(
            Reads(),
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
            async (read, token) =>
            {
                await foreach (var point in table.QueryAsync(read.Indicator, read.Province, Years.First, Years.Last, token))
                    if (Asks(point)) found.Add(point);
            });
        return [.. found.OrderBy(p => p.Province, StringComparer.Ordinal).ThenBy(p => p.Indicator, StringComparer.Ordinal).ThenBy(p => p.Kind).ThenBy(p => p.Period)];
    }

    IEnumerable<(string? Indicator, string? Province)> Reads()
    {
        string?[] indicators = Indicators.Count == 0 ? [null] : [.. Indicators];
        string?[] provinces = Provinces.Count is 0 or > FewProvinces ? [null] : [.. Provinces];
        return indicators.SelectMany(i => provinces.Select(p => (i, p)));
    }

    bool Asks(SeriesPoint point) =>
        (Provinces.Count == 0 || Provinces.Contains(point.Province, StringComparer.Ordinal))
        && Years.Contains(point.Period.Year)
        && (Kinds.Count == 0 || Kinds.Contains(point.Kind));
}
