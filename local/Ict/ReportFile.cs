using ServerlessIct.Indicators.Places;

namespace ServerlessIct.Local.Ict;

/// <summary>A file to upload and the name that it gets in the input container.</summary>
/// <param name="Path">Where the file is.</param>
/// <param name="Name">The document's name: folders parted by <c>/</c>, the first one the province where it is known.</param>
sealed record ReportFile(string Path, string Name)
{
    /// <summary>
    /// The file at a path, or all files under it in the order of their names. A name begins with the given province;
    /// without one, with the nearest folder that is named like a province; else at the given path.
    /// </summary>
    public static IEnumerable<ReportFile> Under(string path, string? province)
    {
        var full = System.IO.Path.GetFullPath(path);
        if (File.Exists(full)) return [Of(full, System.IO.Path.GetDirectoryName(full)!, province)];
        return Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => Of(file, full, province));
    }

    /// <summary>The slug of the province that the name begins with; null where it begins with none.</summary>
    public string? Province => Name.Split('/') is [var first, _, ..] && Gazetteer.Default.Knows(first) ? first : null;

    static ReportFile Of(string file, string root, string? province)
    {
        var inside = System.IO.Path.GetRelativePath(province is null ? ProvinceFolder(file) ?? root : root, file).Replace('\\', '/');
        return new ReportFile(file, province is null ? inside : $"{province}/{inside}");
    }

    /// <summary>The folder above the nearest one with a province's name; null where there is none.</summary>
    static string? ProvinceFolder(string file)
    {
        for (var folder = Directory.GetParent(file); folder?.Parent is not null; folder = folder.Parent)
            if (Gazetteer.Default.Knows(folder.Name)) return folder.Parent.FullName;
        return null;
    }
}
