using System.CommandLine;

namespace ServerlessIct.Local.Host;

/// <summary>Runs an app until Ctrl+C. The keys are asked for where the environment gives them: FUNCTIONS_HOST_MASTER_KEY and FUNCTIONS_HOST_DEFAULT_KEY, and where wanted FUNCTIONS_HOST_BLOBS_KEY.</summary>
static class Program
{
    const string MasterKey = "FUNCTIONS_HOST_MASTER_KEY", DefaultKey = "FUNCTIONS_HOST_DEFAULT_KEY", BlobsKey = "FUNCTIONS_HOST_BLOBS_KEY";

    static Task<int> Main(string[] args)
    {
        var app = new Argument<string>("app") { Description = "The folder of the published app." };
        var port = new Option<int>("--port") { Description = "The port on loopback; 0 takes a free one.", DefaultValueFactory = _ => 7071 };
        var visibility = new Option<double?>("--message-visibility") { Description = "For tests: after how many seconds a message of a queue is taken up again when the host was killed; else after ten minutes, as in Azure." };
        var command = new RootCommand("Runs a function app of the isolated worker model on this machine. Its settings are those of local.settings.json and the environment.") { app, port, visibility };
        command.SetAction((arguments, stop) => RunAsync(
            arguments.GetRequiredValue(app),
            new FunctionsHostOptions
            {
                Port = arguments.GetValue(port),
                MessageVisibility = arguments.GetValue(visibility) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                Log = Console.WriteLine,
            },
            stop));
        return command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(45) });
    }

    static async Task<int> RunAsync(string app, FunctionsHostOptions options, CancellationToken stop)
    {
        try
        {
            await using var host = await FunctionsHost.StartAsync(app, settings: null, options with { Keys = Keys() }, stop);
            Console.WriteLine($"{host.Functions.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)} functions run at {host.Endpoint} Ctrl+C stops.");
            await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return 0;
        }
        catch (FunctionsHostException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
    }

    /// <summary>Taken out of the environment: the app is not to see them.</summary>
    static HostKeys? Keys()
    {
        var (master, some, blobs) = (Take(MasterKey), Take(DefaultKey), Take(BlobsKey));
        if (master is null && some is null && blobs is null) return null;
        // With one forgotten, everything would be open to everybody.
        return master is not null && some is not null
            ? new HostKeys(master, some, blobs)
            : throw new FunctionsHostException($"{MasterKey} and {DefaultKey} must be given both, or no key at all.");

        static string? Take(string name)
        {
            var value = Environment.GetEnvironmentVariable(name);
            Environment.SetEnvironmentVariable(name, null);
            return string.IsNullOrEmpty(value) ? null : value;
        }
    }
}
