using System.CommandLine;
using System.Text;
using ServerlessIct.Documents;
using ServerlessIct.Indicators;

namespace ServerlessIct.Local.Ict;

/// <summary>What the commands that read reports without any storage share: their arguments, and the way through files and folders.</summary>
static class ReportCommand
{
    /// <param name="name">The command.</param>
    /// <param name="description">What it does.</param>
    /// <param name="verb">What it does to a report, for the description of its argument.</param>
    /// <param name="read">Reads one report and writes what it has to say; false where that failed.</param>
    /// <param name="missing">Says that there is nothing at a path.</param>
    public static Command Create(string name, string description, string verb, Func<ReportFile, int?, TextWriter, bool> read, Action<string, TextWriter> missing)
    {
        var files = new Argument<string[]>("file")
        {
            Description = $"Reports to {verb}; of a folder, every file in it.",
            Arity = ArgumentArity.OneOrMore,
        };
        var province = Options.Province();
        var year = Options.Year();
        var command = new Command(name, description) { files, province, year };
        command.SetAction(arguments => Run(arguments.GetRequiredValue(files), arguments.GetValue(province), (report, output) => read(report, arguments.GetValue(year), output), missing));
        return command;
    }

    /// <summary>The text of a report, or why there is none.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ReadResult Read(ReportFile report)
    {
        using var stream = File.OpenRead(report.Path);
        return DocumentReader.ReadAsync(Path.GetFileName(report.Path), stream).GetAwaiter().GetResult();
    }

    /// <summary>What is known of a report beside its text.</summary>
    public static DocumentHints Hints(ReportFile report, int? year, ReadDocument document) => new(report.Province, year, document.Title, document.Source.Host);

    static int Run(string[] paths, string? province, Func<ReportFile, TextWriter, bool> read, Action<string, TextWriter> missing)
    {
        if (Provinces.Refusal(province) is { } refusal)
        {
            Console.Error.WriteLine(refusal);
            return 1;
        }

        var failed = false;
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        foreach (var path in paths)
        {
            if (!File.Exists(path) && !Directory.Exists(path))
            {
                missing(path, output);
                failed = true;
                continue;
            }

            foreach (var report in ReportFile.Under(path, province)) failed |= !read(report, output);
        }

        return failed ? 1 : 0;
    }
}
