namespace ServerlessIct.Scoring;

/// <summary>Where labelled texts are.</summary>
public static class LabelledFolders
{
    /// <summary>The repository's own texts, on which weights may be fitted and rules tried.</summary>
    public static string Corpus => Path.Combine(Repository(), "tests", "Indicators", "Corpus");

    /// <summary>The repository's own texts that are only scored: nothing is fitted or tried on them.</summary>
    public static string HeldOut => Path.Combine(Corpus, "HeldOut");

    /// <summary>The tables of example rows.</summary>
    public static string Tables => Path.Combine(Repository(), "tests", "Indicators", "Extraction");

    /// <summary>A set of texts that may lie beside the repository; null where it does not.</summary>
    public static string? Beside(string set) => Path.Combine(Repository(), "..", "shared", "gold", set) is var folder && Directory.Exists(folder) ? folder : null;

    static string Repository()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "ServerlessIct.sln"))) root = root.Parent ?? throw new DirectoryNotFoundException("The program runs outside its repository.");
        return root.FullName;
    }
}
