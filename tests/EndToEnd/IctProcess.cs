using System.Diagnostics;

namespace ServerlessIct.EndToEnd.Tests;

/// <summary>A program that is run to its end.</summary>
static class IctProcess
{
    /// <summary>Runs <c>ict</c> as built beside the tests.</summary>
    public static Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync("dotnet", [IctAssembly, .. arguments], []);

    public static async Task<(int Code, string Output, string Error)> RunAsync(
        string program, IEnumerable<string> arguments, Dictionary<string, string> environment, string folder = "")
    {
        var start = new ProcessStartInfo(program, arguments) 
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    static string IctAssembly => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Ict", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "ict.dll"));
}
