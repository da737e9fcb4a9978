using ServerlessIct.Indicators.Extraction;
using ServerlessIct.Scoring;

namespace ServerlessIct.Fitting;

/// <summary>The texts that are tried.</summary>
static class TrialTexts
{
    /// <summary>The repository's own, with those that lie beside it where they do; never those held out.</summary>
    public static IReadOnlyList<LabelledText> ForFitting() => [.. LabelledText.Load(LabelledFolders.Corpus), .. Beside()];

    /// <summary>The rows of the tables that hold now.</summary>
    public static IReadOnlyList<ExampleRow> RowsThatHold() => [.. Rows().AsParallel().AsOrdered().Where(r => r.Holds(Extractor.Read(r.Text, r.DocumentHints)))];

    static IEnumerable<ExampleRow> Rows()
    {
        foreach (var table in Directory.GetFiles(LabelledFolders.Tables, "*.json").Order(StringComparer.Ordinal))
        {
            // Its rows say what numbers were taken for.
            if (Path.GetFileName(table) == "explanations.json") continue;
            using var stream = File.OpenRead(table);
            foreach (var row in ExampleRow.Load(stream)) yield return row;
        }
    }

    static IEnumerable<LabelledText> Beside()
    {
        foreach (var set in (string[])["dev", "dev2", "dev3"])
        {
            if (LabelledFolders.Beside(set) is not { } folder) continue;
            foreach (var text in LabelledText.Load(folder)) yield return text with { Name = $"{set}/{text.Name}" };
        }
    }
}
