namespace ServerlessIct.Indicators.Series;

/// <summary>A figure that an issue is about, and where it is stated.</summary>
/// <param name="Period">The period of the figure.</param>
/// <param name="Value">The figure in its unit; null where only a comparison is stated.</param>
/// <param name="Unit">The unit of the figure.</param>
/// <param name="Document">The id of the document: 32 hexadecimal digits, the name of <c>GET documents/{id}</c>.</param>
/// <param name="Ordinal">The place among the document's observations, from 0.</param>
public sealed record IssueSource(Period Period, decimal? Value, Unit? Unit, string Document, int Ordinal)
{
    /// <summary>The figure of a source.</summary>
    public static IssueSource Of(Candidate source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new(source.Period, source.Value, source.Unit, source.Document, source.Ordinal);
    }
}
