using ServerlessIct.Scoring;

namespace ServerlessIct.Fitting;

/// <summary>The texts that are tried.</summary>
static class TrialTexts
{
    /// <summary>The repository's own, with those that lie beside it where they do; never those held out.</summary>
    public static IReadOnlyList<LabelledText> ForFitting() => [.. LabelledText.Load(LabelledFolders.Corpus), .. Beside()];

    static IEnumerable<LabelledText> Beside()
    {
        foreach (var set in (string[])["dev", "dev2", "dev3"])
        {
            if (LabelledFolders.Beside(set) is not { } folder) continue;
            foreach (var text in LabelledText.Load(folder)) yield return text with { Name = $"{set}/{text.Name}" };
        }
    }
}
