using System.Diagnostics.Metrics;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators.Series;

namespace ServerlessIct.App.Telemetry;

/// <summary>What the app counts. Tags are of closed sets: never a name, a title or a text.</summary>
public sealed class Measurements
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "ServerlessIct";

    readonly Counter<long> documents, observations, rejections, deltas, retries, aggregations;
    readonly Histogram<double> waited, took, oldest;

    /// <summary>The instruments, of a meter that the factory gives.</summary>
    public Measurements(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        documents = meter.CreateCounter<long>("ict.documents", "{document}", "Documents dealt with, by status.");
        rejections = meter.CreateCounter<long>("ict.rejections", "{document}", "Documents that were not read, by reason.");
        observations = meter.CreateCounter<long>("ict.observations", "{observation}", "Observations stored, by whether the catalogue knows their subject.");
        deltas = meter.CreateCounter<long>("ict.deltas", "{delta}", "Changes built, by verdict.");
        retries = meter.CreateCounter<long>("ict.storage.retries", "{attempt}", "Units of work begun again, by the status that the storage answered.");
        aggregations = meter.CreateCounter<long>("ict.aggregations", "{run}", "Nightly runs, by whether they succeeded.");
        waited = meter.CreateHistogram<double>("ict.queue.age", "s", "From the upload of a document to the start of its reading.");
        took = meter.CreateHistogram<double>("ict.document.latency", "s", "From the upload of a document to its rows.");
        oldest = meter.CreateHistogram<double>("ict.queue.oldest", "s", "Age of the oldest document that waits, once each sweep.");
    }

    /// <summary>A document was dealt with.</summary>
    /// <param name="status">How it ended.</param>
    /// <param name="rejection">The code of the reason where it was rejected.</param>
    /// <param name="catalogued">How many observations have an indicator.</param>
    /// <param name="others">How many have none.</param>
    public void Finished(DocumentStatus status, string? rejection, int catalogued, int others)
    {
        documents.Add(1, Tag("status", Lower(status)));
        if (status == DocumentStatus.Rejected) rejections.Add(1, Tag("reason", rejection ?? "unknown"));
        if (catalogued > 0) observations.Add(catalogued, Tag("catalogued", true));
        if (others > 0) observations.Add(others, Tag("catalogued", false));
    }

    /// <summary>A document whose blob is gone was taken out.</summary>
    public void Removed() => documents.Add(1, Tag("status", "removed"));

    /// <summary>How long ago the document was uploaded when its reading began.</summary>
    public void Waited(TimeSpan time) => waited.Record(Math.Max(0, time.TotalSeconds));

    /// <summary>How long ago the document was uploaded when its rows were written.</summary>
    public void Took(TimeSpan time) => took.Record(Math.Max(0, time.TotalSeconds));

    /// <summary>A sweep saw the age of the oldest document that waits; zero where none does.</summary>
    public void OldestWaiting(TimeSpan age) => oldest.Record(Math.Max(0, age.TotalSeconds));

    /// <summary>Changes of a series were built.</summary>
    /// <param name="verdict">Their verdict.</param>
    /// <param name="count">How many.</param>
    public void Built(Verdict verdict, int count) => deltas.Add(count, Tag("verdict", Lower(verdict)));

    /// <summary>A unit of work is begun again.</summary>
    /// <param name="status">What the storage answered.</param>
    public void Repeated(int status) => retries.Add(1, Tag("status", status));

    /// <summary>A nightly run ended.</summary>
    public void Aggregated(bool succeeded) => aggregations.Add(1, Tag("succeeded", succeeded));

    static KeyValuePair<string, object?> Tag(string name, object value) => new(name, value);

    static string Lower(Enum value) => value.ToString().ToLowerInvariant();
}
