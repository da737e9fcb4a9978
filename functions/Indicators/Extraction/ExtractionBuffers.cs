using System.Collections.Concurrent;
using ServerlessIct.Indicators.Extraction.Comparisons;
using ServerlessIct.Indicators.Extraction.Concepts;
using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Quantities;
using ServerlessIct.Indicators.Extraction.Structure;
using ServerlessIct.Indicators.Extraction.Text;

namespace ServerlessIct.Indicators.Extraction;

/// <summary>
/// The lists and objects that one extraction uses and leaves to the next, so that a document costs little more memory than its text and
/// what is found in it. A sentence has a bounded length, so the buffers stay small.
/// </summary>
/// <param name="keepsFindings">Whether the quantities and statements of each sentence stay as they are, for whoever looks back on them.</param>
sealed class ExtractionBuffers(bool keepsFindings) : IDisposable
{
    /// <summary>Room for the sentences of some ten megabytes; buffers that have grown beyond are not kept.</summary>
    const int MostKept = 1 << 17;

    static readonly ConcurrentBag<ExtractionBuffers> Free = [];

    public List<Sentence> Sentences { get; } = [];

    public ChunkedSentence Chunks { get; } = new();

    public ObjectPool<Quantity> Quantities { get; } = new(keepsFindings);

    public ObjectPool<Statement> Statements { get; } = new(keepsFindings);

    public ObjectPool<Node> Nodes { get; } = new(once: false);

    public Antecedents Antecedents { get; } = new();

    public List<TermHit> Hits { get; } = [];

    public List<Observation> Observations { get; } = [];

    public Repetitions Repetitions { get; } = new();

    /// <summary>Buffers that no extraction uses.</summary>
    public static ExtractionBuffers Take() => Free.TryTake(out var buffers) ? buffers : new ExtractionBuffers(keepsFindings: false);

    /// <summary>Clears what one sentence left.</summary>
    public void ClearSentence()
    {
        Chunks.Clear();
        Quantities.GiveBack();
        Statements.GiveBack();
        Hits.Clear();
    }

    /// <summary>Returns the buffers for another extraction.</summary>
    public void Dispose()
    {
        ClearSentence();
        Nodes.GiveBack();
        Antecedents.Clear();
        Sentences.Clear();
        Observations.Clear();
        Repetitions.Clear();
        if (!keepsFindings && Math.Max(Sentences.Capacity, Observations.Capacity) <= MostKept) Free.Add(this);
    }
}
