using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;

namespace ServerlessIct.Azure.Tests.Bicep;

/// <summary>What a run of the compiler ended with; <see cref="Diagnostics"/> is empty where it found nothing to say.</summary>
sealed record CompilerResult(int ExitCode, string Diagnostics);

/// <summary>The Bicep compiler, from the package Azure.Bicep.CommandLine. It needs neither a subscription nor the network.</summary>
static class BicepCompiler
{
    static readonly string Program = System.IO.Path.Combine(
        typeof(BicepCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "BicepTools").Value!,
        OperatingSystem.IsWindows() ? "bicep.exe" : "bicep");

    /// <summary>Compiles each file of a folder that matches to an ARM template beside it. Prints what the linter prints too.</summary>
    public static Task<CompilerResult> BuildAsync(string folder, string pattern) => RunAsync(folder, "build", "--pattern", pattern);

    /// <summary>Runs the linter, with the bicepconfig.json of the folder, over each file that matches.</summary>
    public static Task<CompilerResult> LintAsync(string folder, string pattern) => RunAsync(folder, "lint", "--pattern", pattern);

    /// <summary>
    /// What a deployment of a template would ask for: the deployment engine's own evaluation with modules, loops and conditions resolved. What is known
    /// only while resources are made, such as the object id of an identity, stays an expression.
    /// </summary>
    /// <param name="folder">Where the template is; the file of parameters and the result are written there.</param>
    /// <param name="name">Names the case, and its files.</param>
    /// <param name="template">The template's file name.</param>
    /// <param name="parameters">Values as literals of Bicep.</param>
    /// <exception cref="InvalidOperationException">The template or its parameters are in error.</exception>
    public static async Task<JsonObject> PredictAsync(string folder, string name, string template, IReadOnlyDictionary<string, string> parameters)
    {
        var lines = parameters.Select(p => $"param {p.Key} = {p.Value}\n").Prepend($"using '{template}'\n");
        await File.WriteAllTextAsync(System.IO.Path.Combine(folder, $"{name}.bicepparam"), string.Concat(lines));
        var result = await RunAsync(folder, "snapshot", $"{name}.bicepparam", "--mode", "overwrite", "--location", "southeastasia", "--deployment-name", "ict-dev",
            "--subscription-id", "00000000-0000-0000-0000-000000000001", "--resource-group", "rg-ict-dev");
        return result.ExitCode == 0
            ? JsonNode.Parse(await File.ReadAllTextAsync(System.IO.Path.Combine(folder, $"{name}.snapshot.json")))!.AsObject()
            : throw new InvalidOperationException($"{template} could not be evaluated for {name}: {result.Diagnostics}");
    }

    static async Task<CompilerResult> RunAsync(string folder, params IReadOnlyList<string> arguments)
    {
        if (!File.Exists(Program)) throw new InvalidOperationException($"The Bicep compiler is not at {Program}. Restoring the project of these tests brings it.");
        var start = new ProcessStartInfo(Program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CompilerResult(process.ExitCode, (output + await errors).Trim());
    }
}
