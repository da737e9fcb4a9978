using System.CommandLine;
using ServerlessIct.Documents;
using ServerlessIct.Indicators.Extraction;

namespace ServerlessIct.Local.Ict;

/// <summary><c>ict explain</c>: prints for each number of a report what it was taken for and by which rule, or why it was left.</summary>
static class ExplainCommand
{
    public static Command Create() => ReportCommand.Create("explain", "Says of each number of a report what it was taken for and by which rule, or why it was left.", "explain", Explain,
        (path, _) => Console.Error.WriteLine($"{path}: there is no such file or folder."));

    static bool Explain(ReportFile report, int? year, TextWriter output)
    {
        try
        {
            var result = ReportCommand.Read(report);
            if (result is not ReadDocument document)
            {
                Console.Error.WriteLine($"{report.Path}: {((Rejection)result).Reason}");
                return false;
            }

            var (reading, explanations) = Extractor.Explain(document.Text, ReportCommand.Hints(report, year, document));
            output.WriteLine($"{Path.GetFileName(report.Path)}: {reading.Province ?? "no province"}, {reading.Period?.ToString() ?? "no period"}");
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
