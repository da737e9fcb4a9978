using System.CommandLine;

namespace ServerlessIct.Local.Ict;

static class Program
{
    static Task<int> Main(string[] args)
    {
        var ict = new RootCommand("Reads Vietnamese ICT reports into comparable series, on this machine.")
        {
            UpCommand.Create(),
            ExtractCommand.Create(),
            ExplainCommand.Create(),
            CatalogueCommand.Create(),
            UploadCommand.Create(),
        };
        return ict.Parse(args).InvokeAsync(new InvocationConfiguration
        {
            // Storage needs a moment to write down what it holds.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
        });
    }
}
