using ServerlessIct.Local.Host;

namespace ServerlessIct.Local.Ict;

/// <summary>The clone of the repository that this program was built in.</summary>
static class Repository
{
    /// <summary>The folder with the solution.</summary>
    /// <exception cref="FunctionsHostException">The program was copied out of its clone.</exception>
    public static string Root { get; } = Find();

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ServerlessIct.sln"))) return folder.FullName;
        throw new FunctionsHostException($"No ServerlessIct.sln was found above {AppContext.BaseDirectory}: ict runs from a clone of the repository.");
    }
}
