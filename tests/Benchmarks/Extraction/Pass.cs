using System.Diagnostics;
using System.Text;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Extraction;

namespace ServerlessIct.Benchmarks;

/// <summary>One run over a corpus on this thread: its time and what it allocated, for each byte of input.</summary>
/// <param name="Nanoseconds">Of a byte.</param>
/// <param name="Allocated">Bytes for a byte.</param>
/// <param name="Found">A count of what was found, so that no work can be left out.</param>
readonly record struct Pass(double Nanoseconds, double Allocated, long Found)
{
    /// <summary>Decodes and extracts every document.</summary>
    public static Pass Extraction(Corpus corpus) => Over(corpus, static document => Extractor.Read(Encoding.UTF8.GetString(document), DocumentHints.None).Observations.Count);

    /// <summary>The yardstick: <see cref="BarePass"/> over every document.</summary>
    public static Pass Bare(Corpus corpus) => Over(corpus, static document => BarePass.Read(document));

    static Pass Over(Corpus corpus, Func<byte[], int> read)
    {
        // What one run leaves behind is not collected at the cost of the next.
        GC.Collect();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        var found = 0L;
        foreach (var document in corpus.Documents) found += read(document);
        var elapsed = Stopwatch.GetElapsedTime(started);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        return new Pass(elapsed.TotalNanoseconds / corpus.Bytes, (double)allocated / corpus.Bytes, found);
    }
}
