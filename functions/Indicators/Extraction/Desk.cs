using System.Collections.Concurrent;
using ServerlessIct.Indicators.Extraction.Comparisons;
using ServerlessIct.Indicators.Extraction.Concepts;
using ServerlessIct.Indicators.Extraction.Quantities;
using ServerlessIct.Indicators.Extraction.Structure;
using ServerlessIct.Indicators.Extraction.Text;

namespace ServerlessIct.Indicators.Extraction;

/// <summary>
/// The lists and objects that one reading works with and leaves to the next, so that a document costs little more memory than its text and
/// what is found in it. A sentence has a bounded length, so a desk stays small.
/// </summary>
/// <param name="keepsFindings">Whether the quantities and statements of each sentence stay as they are, for whoever looks back on them.</param>
sealed class Desk(bool keepsFindings) : IDisposable
{
    /// <summary>Room for the sentences of some ten megabytes; a desk that has grown beyond is not kept.</summary>
    const int MostKept = 1 << 17;

    static readonly ConcurrentBag<Desk> Free = [];

    public List<Sentence> Sentences { get; } = [];

    public SentencePieces Pieces { get; } = new();

    public Supply<Quantity> Quantities { get; } = new(keepsFindings);

    public Supply<Statement> Statements { get; } = new(keepsFindings);

    public Supply<Node> Nodes { get; } = new(once: false);

    public Antecedents Antecedents { get; } = new();

    public List<TermHit> Hits { get; } = [];

    public List<Observation> Observations { get; } = [];

    public Repetitions Repetitions { get; } = new();

    /// <summary>A desk that nobody works at.</summary>
    public static Desk Take() => Free.TryTake(out var desk) ? desk : new Desk(keepsFindings: false);

    /// <summary>Clears the desk of one sentence for the next.</summary>
    public void ClearSentence()
    {
        Pieces.Clear();
        Quantities.GiveBack();
        Statements.GiveBack();
        Hits.Clear();
    }

    /// <summary>Leaves the desk to another reading.</summary>
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
