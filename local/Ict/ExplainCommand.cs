using System.CommandLine;
using System.Text;
using ServerlessIct.Documents;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Extraction;

namespace ServerlessIct.Local.Ict;

/// <summary><c>ict explain</c>: prints for each number of a report what it was taken for and by which rule, or why it was left.</summary>
static class ExplainCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("file")
        {
            Description = "Reports to explain; of a folder, every file in it.",
            Arity = ArgumentArity.OneOrMore,
        };
        var province = Options.Province();
        var year = Options.Year();
        var explain = new Command("explain", "Says of each number of a report what it was taken for and by which rule, or why it was left.") { files, province, year };
        explain.SetAction(arguments => Explain(arguments.GetRequiredValue(files), arguments.GetValue(province), arguments.GetValue(year)));
        return explain;
    }

    static int Explain(string[] paths, string? province, int? year)
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
                Console.Error.WriteLine($"{path}: there is no such file or folder.");
                failed = true;
                continue;
            }

            foreach (var report in ReportFile.Under(path, province)) failed |= !Explain(report, year, output);
        }

        return failed ? 1 : 0;
    }

    static bool Explain(ReportFile report, int? year, StreamWriter output)
    {
        var name = Path.GetFileName(report.Path);
        try
        {
            using var stream = File.OpenRead(report.Path);
            var result = DocumentReader.ReadAsync(name, stream).GetAwaiter().GetResult();
            if (result is not ReadDocument document)
            {
                Console.Error.WriteLine($"{report.Path}: {((Rejection)result).Reason}");
                return false;
            }

            var (reading, explanations) = Extractor.Explain(document.Text, new DocumentHints(report.Province, year, document.Title, document.Source.Host));
            output.WriteLine($"{name}: {reading.Province ?? "no province"}, {reading.Period?.ToString() ?? "no period"}");
            foreach (var line in ExplanationText.Lines(reading.Text, explanations)) output.WriteLine(line);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{report.Path}: {problem.Message}");
            return false;
        }
    }
}
