namespace ServerlessIct.Indicators.Tests;

/// <summary>The reference data that lies beside the repository, where it is there.</summary>
static class SharedFolder
{
    /// <summary>The rows of a CSV file there, without its header; skips the test where the file is absent.</summary>
    public static IReadOnlyList<string[]> Rows(string name)
    {
        var file = Path.Combine(Repository(), "..", "shared", name);
        Assert.SkipUnless(File.Exists(file), $"../shared/{name} is not beside the repository; nothing to compare with.");
        return [.. File.ReadLines(file).Skip(1).Where(l => l.Length > 0).Select(Cells)];
    }

    /// <summary>The folder of the solution.</summary>
    public static string Repository()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "ServerlessIct.sln"))) root = root.Parent ?? throw new DirectoryNotFoundException("The tests run outside their repository.");
        return root.FullName;
    }

    static string[] Cells(string line)
    {
        List<string> cells = [""];
        var quoted = false;
        foreach (var letter in line)
        {
            if (letter == '"') quoted = !quoted;
            else if (letter == ',' && !quoted) cells.Add("");
            else cells[^1] += letter;
        }

        return [.. cells];
    }
}
