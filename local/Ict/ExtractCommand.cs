using System.CommandLine;
using System.Text;
using ServerlessIct.Documents;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Extraction;

namespace ServerlessIct.Local.Ict;

/// <summary><c>ict extract</c>: reads files and prints what they state, one JSON line a document, without any storage.</summary>
static class ExtractCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("file")
        {
            Description = "Reports to read; of a folder, every file in it.",
            Arity = ArgumentArity.OneOrMore,
        };
        var province = Options.Province();
        var year = Options.Year();
        var extract = new Command("extract", "Prints the statistics of reports as one JSON line a document.") { files, province, year };
        extract.SetAction(arguments => Extract(arguments.GetRequiredValue(files), arguments.GetValue(province), arguments.GetValue(year)));
        return extract;
    }

    static int Extract(string[] paths, string? province, int? year)
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
                output.WriteLine(ReadingJson.ErrorLine(Path.GetFileName(path), "missing", $"{path}: there is no such file or folder."));
                failed = true;
                continue;
            }
            foreach (var report in ReportFile.Under(path, province))
            {
                var (line, read) = Line(report, year);
                output.WriteLine(line);
                failed |= !read;
            }
        }
        return failed ? 1 : 0;
    }

    static (string Line, bool Read) Line(ReportFile report, int? year)
    {
        var name = Path.GetFileName(report.Path);
        try
        {
            using var stream = File.OpenRead(report.Path);
            var result = DocumentReader.ReadAsync(name, stream).GetAwaiter().GetResult();
            if (result is not ReadDocument document)
            {
                var rejection = (Rejection)result;
                return (ReadingJson.ErrorLine(name, Code(rejection.Code), rejection.Reason), false);
            }
            var hints = new DocumentHints(report.Province, year, document.Title, document.Source.Host);
            return (ReadingJson.Line(name, Extractor.Read(document.Text, hints)), true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return (ReadingJson.ErrorLine(name, "unreadable", problem.Message), false);
        }
    }

    static string Code(RejectionCode code) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(code.ToString());
}
