using System.CommandLine;

namespace ServerlessIct.Local.Host;

/// <summary>Runs an app until Ctrl+C. The keys, where the environment variables FUNCTIONS_HOST_MASTER_KEY and FUNCTIONS_HOST_DEFAULT_KEY give them, are asked for.</summary>
static class Program
{
    const string MasterKey = "FUNCTIONS_HOST_MASTER_KEY", DefaultKey = "FUNCTIONS_HOST_DEFAULT_KEY";

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
                Keys = Keys(),
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
            await using var host = await FunctionsHost.StartAsync(app, settings: null, options, stop);
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
        var (master, some) = (Environment.GetEnvironmentVariable(MasterKey), Environment.GetEnvironmentVariable(DefaultKey));
        Environment.SetEnvironmentVariable(MasterKey, null);
        Environment.SetEnvironmentVariable(DefaultKey, null);
        return string.IsNullOrEmpty(master) || string.IsNullOrEmpty(some) ? null : new HostKeys(master, some);
    }
}
