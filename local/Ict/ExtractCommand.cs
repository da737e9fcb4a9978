using System.CommandLine;
using ServerlessIct.Documents;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Extraction;

namespace ServerlessIct.Local.Ict;

/// <summary><c>ict extract</c>: reads files and prints what they state, one JSON line a document, without any storage.</summary>
static class ExtractCommand
{
    public static Command Create() => ReportCommand.Create("extract", "Prints the statistics of reports as one JSON line a document.", "read", Extract,
        (path, output) => output.WriteLine(ExtractionJson.ErrorLine(Path.GetFileName(path), "missing", $"{path}: there is no such file or folder.")));

    static bool Extract(ReportFile report, int? year, TextWriter output)
    {
        var (line, read) = Line(report, year);
        output.WriteLine(line);
        return read;
    }

    static (string Line, bool Read) Line(ReportFile report, int? year)
    {
        var name = Path.GetFileName(report.Path);
        try
        {
            var result = ReportCommand.Read(report);
            if (result is not ReadDocument document)
            {
                var rejection = (Rejection)result;
                return (ExtractionJson.ErrorLine(name, Code(rejection.Code), rejection.Reason), false);
            }

            return (ExtractionJson.Line(name, Extractor.Read(document.Text, ReportCommand.Hints(report, year, document))), true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return (ExtractionJson.ErrorLine(name, "unreadable", problem.Message), false);
        }
    }

    static string Code(RejectionCode code) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(code.ToString());
}
