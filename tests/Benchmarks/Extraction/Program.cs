using System.CommandLine;
using ServerlessIct.Benchmarks;

var megabytes = new Option<int>("--megabytes") { Description = "How much text is generated.", DefaultValueFactory = _ => 10 };
var pairs = new Option<int>("--pairs") { Description = "How many pairs of runs are measured.", DefaultValueFactory = _ => 7 };
var only = new Option<bool>("--ratio-only") { Description = "Measures the ratio over the stream of reports and nothing else." };
var write = new Option<DirectoryInfo?>("--write") { Description = "Writes the generated reports into a folder and measures nothing." };
var command = new RootCommand("Measures extraction on one thread against a bare pass over the same bytes in the same run.") { megabytes, pairs, only, write };
command.SetAction(arguments =>
{
    var reports = Corpus.Generated(arguments.GetValue(megabytes));
    if (arguments.GetValue(write) is { } folder)
    {
        folder.Create();
        for (var i = 0; i < reports.Documents.Length; i++) File.WriteAllBytes(Path.Combine(folder.FullName, FormattableString.Invariant($"report-{i:D4}.txt")), reports.Documents[i]);
        return;
    }

    var measurement = new Measurement(Console.Out, arguments.GetValue(pairs));
    measurement.Ratio("a stream of reports", reports);
    if (arguments.GetValue(only)) return;
    measurement.Ratio("one document", reports.AsOne());
    Console.WriteLine("growth with the length of one document");
    measurement.Heading("1 MB", "all");
    measurement.Growth("reports as one text", reports.First(1_000_000).AsOne(), reports.AsOne());
    Console.WriteLine("hostile texts");
    measurement.Heading("n", "2n");
    measurement.HostileGrowth();
});
return command.Parse(args).Invoke();
