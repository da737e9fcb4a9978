using System.CommandLine;
using ServerlessIct.ApiBenchmarks;

var rows = new Option<int>("--rows") { Description = "How many rows of series there are.", DefaultValueFactory = _ => 100_000 };
var pairs = new Option<int>("--pairs") { Description = "How many pairs of reads are measured.", DefaultValueFactory = _ => 500 };
var observations = new Option<int>("--observations") { Description = "How many observations are exported.", DefaultValueFactory = _ => 1_000_000 };

var read = new Command("read", "One series through the API against the bare query of its rows by the same client, turn by turn.") { rows, pairs };
read.SetAction((arguments, stop) => ReadMeasurement.RunAsync(arguments.GetValue(rows), arguments.GetValue(pairs), Console.Out, stop));
var export = new Command("export", "The memory of the app while it exports, from a table service that makes its rows up.") { observations };
export.SetAction((arguments, stop) => ExportMeasurement.RunAsync(arguments.GetValue(observations), Console.Out, stop));
var turns = new Option<int>("--turns") { Description = "How many turns each side is measured for.", DefaultValueFactory = _ => 5 };
var host = new Command("host", "Requests through the local host against the app's handlers alone, turn by turn.") { turns };
host.SetAction((arguments, stop) => HostMeasurement.RunAsync(arguments.GetValue(turns), Console.Out, stop));
return await new RootCommand("Measures the API.") { read, export, host }.Parse(args).InvokeAsync();
