namespace ServerlessIct.Azure.Tests;

/// <summary>Files of the repository that these tests were built in.</summary>
static class Repository
{
    public static string Root { get; } = Find();

    public static string File(params ReadOnlySpan<string> parts) => Path.Combine(Root, Path.Combine(parts));

    public static string Text(params ReadOnlySpan<string> parts) => System.IO.File.ReadAllText(File(parts));

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "ServerlessIct.sln"))) return folder.FullName;
        throw new InvalidOperationException("These tests run in a clone of the repository.");
    }
}
