namespace ServerlessIct.Azure.Tests.Surface;

/// <summary>
/// Surface/official.txt: what of the official packages is used here. It was compared with their sources and listings
/// (Azure/azure-functions-dotnet-worker; Azure/azure-sdk-for-net, the files api/*.net10.0.cs); a new line needs the same.
/// A line <c>[assembly annotated|oblivious]</c> begins what one stand-in answers for, and <c># package</c> names where the lines after it come from; <c># A > B</c> is a package B that A brings along.
/// </summary>
sealed record OfficialSurface(string Assembly, bool IsAnnotated, IReadOnlyDictionary<string, string> PackageOf)
{
    public static IReadOnlyList<OfficialSurface> All { get; } = Read();

    static List<OfficialSurface> Read()
    {
        var found = new List<OfficialSurface>();
        var package = "";
        foreach (var line in Repository.Text("tests", "Azure", "Surface", "official.txt").Split('\n').Where(l => l.Length > 0))
        {
            if (line[0] == '[')
            {
                var parts = line.Trim('[', ']').Split(' ');
                found.Add(new OfficialSurface(parts[0], parts[1] == "annotated", new Dictionary<string, string>(StringComparer.Ordinal)));
            }
            else if (line[0] == '#') package = line[1..].Trim();
            else ((Dictionary<string, string>)found[^1].PackageOf).Add(line, package);
        }
        return found;
    }
}
