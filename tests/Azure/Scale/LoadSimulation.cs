using ServerlessIct.App.Storage;

namespace ServerlessIct.Azure.Tests.Scale;

/// <summary>
/// Documents on their way into the tables, event by event: workers take them in order, each writes manifest, rows, marks and manifest as DocumentIngestor
/// does; a refused write begins the document again after the pause of StorageRetries, and after the last one the queue's next try, five in all.
/// </summary>
sealed class LoadSimulation(LoadShape shape, int seed)
{
    const int QueueTries = 5, MostInTransaction = 100;

    /// <summary>Seconds until a message that failed is seen again.</summary>
    const double QueuePause = 10;

    readonly Random random = new(seed);
    readonly TableLimits tables = new();
    readonly PriorityQueue<Job, double> events = new();
    readonly Queue<Job> waiting = new();
    int free = shape.Workers;

    public LoadResult Run()
    {
        for (var i = 0; i < shape.Documents; i++)
        {
            var arrival = shape.Seconds * i / Math.Max(1, shape.Documents);
            events.Enqueue(new Job(i, Writes(i), arrival), arrival);
        }
        var latencies = new List<double>(shape.Documents);
        long requests = 0, refused = 0;
        var poisoned = 0;
        var last = 0.0;
        while (events.TryDequeue(out var job, out var now))
        {
            if (!job.IsRunning)
            {
                waiting.Enqueue(job);
            }
            else if (job.Step == job.Writes.Count)
            {
                latencies.Add(now - job.Arrival);
                last = now;
                free++;
            }
            else
            {
                requests++;
                var (partition, entities) = job.Writes[job.Step];
                if (tables.Accepts(partition, entities, now)) events.Enqueue(job with { Step = job.Step + 1 }, now + Scattered(shape.RequestSeconds));
                else
                {
                    refused++;
                    if (Refuse(job, now)) poisoned++;
                }
            }
            Start(now);
        }
        latencies.Sort();
        return new LoadResult(latencies.Count, poisoned, last, refused, requests, latencies.Count == 0 ? 0 : latencies[(int)(0.99 * (latencies.Count - 1))]);
    }

    void Start(double now)
    {
        while (free > 0 && waiting.TryDequeue(out var job))
        {
            free--;
            events.Enqueue(job with { IsRunning = true, Step = 0, Retries = 0 }, now + Scattered(shape.ReadingSeconds));
        }
    }

    /// <returns>Whether the document is given up.</returns>
    bool Refuse(Job job, double now)
    {
        if (job.Retries < StorageRetries.MostRetries)
        {
            var pause = Math.Min(StorageRetries.LongestPause.TotalSeconds, StorageRetries.FirstPause.TotalSeconds * Math.Pow(2, job.Retries));
            events.Enqueue(job with { Step = 0, Retries = job.Retries + 1 }, now + Scattered(pause) + Scattered(shape.ReadingSeconds));
            return false;
        }
        free++;
        if (job.Tries + 1 == QueueTries) return true;
        events.Enqueue(job with { IsRunning = false, Tries = job.Tries + 1 }, now + QueuePause);
        return false;
    }

    List<(string Partition, int Entities)> Writes(int document)
    {
        var id = DocumentId.Of(FormattableString.Invariant($"document {document}"));
        var province = FormattableString.Invariant($"province-{document % shape.Provinces}");
        var part = shape.PartitionsOfProvince == 1 ? "" : FormattableString.Invariant($"|{Convert.ToInt32(DocumentId.Bucket(id), 16) % shape.PartitionsOfProvince}");
        List<(string, int)> writes = [($"documents {DocumentId.Bucket(id)}", 1)];
        for (var left = shape.Observations; left > 0; left -= MostInTransaction) writes.Add(($"observations {province}{part}", Math.Min(left, MostInTransaction)));
        writes.Add(($"work {province}", shape.Series));
        writes.Add(($"documents {DocumentId.Bucket(id)}", 1));
        return writes;
    }

    /// <summary>Half to one and a half of it.</summary>
    double Scattered(double seconds) => seconds * (0.5 + random.NextDouble());

    sealed record Job(int Document, IReadOnlyList<(string Partition, int Entities)> Writes, double Arrival)
    {
        public int Step { get; init; }

        public int Retries { get; init; }

        public int Tries { get; init; }

        public bool IsRunning { get; init; }
    }
}
