using System.Reflection;

namespace ServerlessIct.Local.Worker.Hosting;

/// <summary>Where the functions of an application are found, and the directory that holds its host.json.</summary>
sealed record FunctionSource(string Name, string Directory, IReadOnlyList<Type> Types)
{
    /// <summary>All types of an assembly, with the directory the assembly was loaded from.</summary>
    public static FunctionSource Of(Assembly assembly) => new(
        assembly.GetName().Name ?? "functions",
        Path.GetDirectoryName(assembly.Location) is { Length: > 0 } directory ? directory : AppContext.BaseDirectory,
        assembly.GetTypes());
}
