namespace ServerlessIct.Indicators.Tests;

/// <summary>A folder of the library imports only folders below it.</summary>
public sealed class FolderOrderTests
{
    const string Library = " ServerlessIct.Indicators.";

    /// <summary>The folders, lowest first; what lies in none of them stands above all.</summary>
    static readonly string[] Order =
    [
        "Places", "Catalogue", "Extraction/Lexing", "Extraction/LanguageData", "Extraction/Text", "Extraction/Periods", "Extraction/Quantities", "Extraction/Comparisons",
        "Extraction/Context", "Extraction/Structure", "Extraction/Concepts", "Extraction/Tables", "Extraction/Explaining", "Extraction", "Series",
    ];

    static readonly string Root = Path.Combine(SharedFolder.Repository(), "functions", "Indicators");

    public static TheoryData<string> Folders => [.. Directory.GetDirectories(Root, "*", SearchOption.AllDirectories).Where(f => Directory.GetFiles(f, "*.cs").Length > 0).Select(Relative).Where(f => !f.StartsWith("obj", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_imports_only_those_below_it(string folder)
    {
        var height = Array.IndexOf(Order, folder);
        Assert.True(height >= 0, $"Where does {folder} stand? Say so in the order of this test.");
        var upwards = Directory.GetFiles(Path.Combine(Root, folder), "*.cs").SelectMany(f => Imports(File.ReadAllText(f)).Where(i => Array.IndexOf(Order, i) > height).Select(i => $"{Path.GetFileName(f)} imports {i}"));
        Assert.Empty(upwards);
    }

    [Fact]
    public void An_import_of_the_library_is_found() =>
        Assert.Equal(["Extraction/Tables", "Places"], Imports("using System;\nusing ServerlessIct.Indicators.Extraction.Tables;\nusing static ServerlessIct.Indicators.Places.Gazetteer;\n"));

    /// <summary>The folders whose namespaces a source imports.</summary>
    static IEnumerable<string> Imports(string source)
    {
        foreach (var line in source.Split('\n'))
        {
            if (!line.StartsWith("using ", StringComparison.Ordinal) || line.IndexOf(Library, StringComparison.Ordinal) is not (>= 0 and var at)) continue;
            var path = line[(at + Library.Length)..].TrimEnd(';', '\r').Replace('.', '/');
            if (Order.Where(f => path == f || path.StartsWith(f + "/", StringComparison.Ordinal)).MaxBy(f => f.Length) is { } folder) yield return folder;
        }
    }

    static string Relative(string folder) => Path.GetRelativePath(Root, folder).Replace(Path.DirectorySeparatorChar, '/');
}
