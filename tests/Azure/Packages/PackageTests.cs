using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ServerlessIct.Azure.Tests.Packages;

/// <summary>Nothing is in Directory.Packages.props that nothing needs, and no project refers to a package that its sources do not use.</summary>
public sealed class PackageTests
{
    /// <summary>The packages that the system is built on, each with a sign in sources that it is used.</summary>
    static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["Microsoft.Azure.Functions.Worker"] = @"\[Function\(",
        ["Azure.Storage.Blobs"] = @"^using Azure\.Storage\.Blobs\b",
        ["Azure.Data.Tables"] = @"^using Azure\.Data\.Tables\b",
        ["Polly.Core"] = @"^using Polly\b",
        ["Moq"] = @"^using Moq;",
        ["xunit.v3"] = @"\[(Fact|Theory)",
    };

    public static TheoryData<string> Packages => [.. Signs.Keys];

    [Fact]
    public void Every_version_is_asked_for_by_a_project_or_pins_what_packages_bring()
    {
        var versions = XElement.Load(Repository.File("Directory.Packages.props"));
        WithoutUse(versions, References().Select(r => r.Package)).ShouldBeEmpty();
    }

    [Fact]
    public void A_version_without_a_use_is_found()
    {
        var versions = XElement.Parse("""
            <Project>
              <ItemGroup><PackageVersion Include="Used" Version="1" /><PackageVersion Include="Spare" Version="1" /></ItemGroup>
              <!-- Raises what Used brings. -->
              <ItemGroup Label="Transitive"><PackageVersion Include="Brought" Version="2" /><PackageVersion Include="Both" Version="2" /></ItemGroup>
              <Other />
              <ItemGroup Label="Transitive"><PackageVersion Include="Unexplained" Version="2" /></ItemGroup>
            </Project>
            """);
        WithoutUse(versions, ["Used", "Both"]).ShouldBe(["Spare", "Both", "Unexplained"]);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_project_that_refers_to_a_package_uses_it(string package)
    {
        var files = References().Where(r => r.Package == package).Select(r => r.File).ToList();
        files.ShouldNotBeEmpty();
        // What all test projects are given, one of them uses.
        foreach (var file in files) IsUsed(package, file.EndsWith(".csproj", StringComparison.Ordinal) ? Path.GetDirectoryName(file)! : Repository.File("tests")).ShouldBeTrue($"{file} refers to {package}");
    }

    /// <summary>Versions that no project asks for, and pins that are not explained by a comment before them or are asked for after all.</summary>
    static List<string> WithoutUse(XElement versions, IEnumerable<string> references)
    {
        var asked = references.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from version in versions.Descendants("PackageVersion")
               let name = (string)version.Attribute("Include")!
               let parent = version.Parent!
               let isPin = (string?)parent.Attribute("Label") == "Transitive"
               let isExplained = parent.NodesBeforeSelf().LastOrDefault(n => n is not XText) is XComment
               where isPin ? asked.Contains(name) || !isExplained : !asked.Contains(name)
               select name,
        ];
    }

    static bool IsUsed(string package, string folder) => Sources(folder, "*.cs")
        .Any(f => Regex.IsMatch(File.ReadAllText(f), Signs[package], RegexOptions.Multiline, TimeSpan.FromSeconds(1)));

    static IEnumerable<(string File, string Package)> References() =>
        from file in Sources(Repository.Root, "*.csproj").Concat(Directory.EnumerateFiles(Repository.Root, "Directory.Build.*"))
        from reference in XElement.Load(file).Descendants("PackageReference")
        select (file, (string)reference.Attribute("Include")!);

    static IEnumerable<string> Sources(string folder, string pattern) => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
        .Where(f => !Path.GetRelativePath(Repository.Root, f).Replace('\\', '/').StartsWith("artifacts/", StringComparison.Ordinal));
}
