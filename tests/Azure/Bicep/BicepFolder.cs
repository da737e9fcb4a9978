namespace ServerlessIct.Azure.Tests.Bicep;

/// <summary>A temporary copy of the folder bicep/: the compiler writes beside its sources, and tests change them.</summary>
sealed class BicepFolder : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ict-bicep-");

    /// <exception cref="InvalidOperationException">The text that an edit replaces is not there, or is there more than once.</exception>
    public BicepFolder(params IReadOnlyList<Edit> edits)
    {
        var source = Repository.File("bicep");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(source, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        foreach (var edit in edits) Apply(edit);
    }

    public string Path => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);

    void Apply(Edit edit)
    {
        var file = System.IO.Path.Combine(Path, edit.File);
        var parts = File.ReadAllText(file).Split(edit.From);
        if (parts.Length != 2) throw new InvalidOperationException($"bicep/{edit.File} must have this exactly once: {edit.From}");
        File.WriteAllText(file, string.Join(edit.To, parts));
    }
}
