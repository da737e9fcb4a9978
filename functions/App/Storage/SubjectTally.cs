using System.Globalization;

namespace ServerlessIct.App.Storage;

/// <summary>Counts the subjects of a province that no indicator names.</summary>
public sealed class SubjectTally
{
    /// <summary>How many of the most frequent are kept, and how much of each label.</summary>
    const int MostKept = 150, LongestLabel = 80;

    readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <summary>How many observations were counted.</summary>
    public int Observations { get; private set; }

    /// <summary>The most frequent, by documents and then by observations.</summary>
    public IReadOnlyList<Subject> MostFrequent =>
    [
        .. entries.Values.Select(e => new Subject(e.Label, e.Observations, e.Documents.Count, e.Document, e.Ordinal))
            .OrderByDescending(s => s.Documents).ThenByDescending(s => s.Observations).ThenBy(s => s.Label, StringComparer.Ordinal)
            .Take(MostKept),
    ];

    /// <summary>Counts an observation.</summary>
    public void Add(string label, string document, int ordinal)
    {
        Observations++;
        var shown = CutText.To(LongestLabel, string.Join(' ', label.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        var key = shown.ToLower(CultureInfo.InvariantCulture);
        if (!entries.TryGetValue(key, out var entry)) entries.Add(key, entry = new Entry(shown, document, ordinal));
        entry.Observations++;
        entry.Documents.Add(document);
    }

    sealed class Entry(string label, string document, int ordinal)
    {
        public string Label { get; } = label;

        public string Document { get; } = document;

        public int Ordinal { get; } = ordinal;

        public int Observations { get; set; }

        public HashSet<string> Documents { get; } = new(StringComparer.Ordinal);
    }
}

/// <summary>A subject that documents state and no indicator names.</summary>
/// <param name="Label">How it is worded, by the spelling met first.</param>
/// <param name="Observations">How often it is stated.</param>
/// <param name="Documents">By how many documents.</param>
/// <param name="Document">The id of one of them.</param>
/// <param name="Ordinal">The place among that document's observations.</param>
public sealed record Subject(string Label, int Observations, int Documents, string Document, int Ordinal);
