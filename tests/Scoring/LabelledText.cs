using System.Text.Json;
using ServerlessIct.Indicators;

namespace ServerlessIct.Scoring;

/// <summary>A text with what a careful reader finds in it.</summary>
/// <param name="Name">The name of its files, without their ending.</param>
public sealed record LabelledText(string Name, string Text, Labels Labels)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The texts of a folder that have labels beside them, by name.</summary>
    public static IReadOnlyList<LabelledText> Load(string folder) =>
        [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Where(f => File.Exists(Path.ChangeExtension(f, ".txt"))).Select(Read)];

    /// <summary>Scores what is read in the text.</summary>
    public TextScore Score(ExtractionResult reading) => Scorer.Score(Labels, reading.Province, [.. reading.Observations.Select(Fact.Of)]);

    static LabelledText Read(string labels) => new(
        Path.GetFileNameWithoutExtension(labels), File.ReadAllText(Path.ChangeExtension(labels, ".txt")), JsonSerializer.Deserialize<Labels>(File.ReadAllText(labels), Json)!);
}

/// <summary>The labels of a text.</summary>
/// <param name="Province">The slug of its place; null where nothing tells.</param>
/// <param name="Genre">What sort of text it is.</param>
public sealed record Labels(string? Province, string? Genre, IReadOnlyList<Fact> Facts);
