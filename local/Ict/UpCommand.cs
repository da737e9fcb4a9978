using System.CommandLine;
using Spectre.Console;
using ServerlessIct.Local.Azurite;
using ServerlessIct.Local.Host;

namespace ServerlessIct.Local.Ict;

/// <summary><c>ict up</c>: storage and the app on this machine, until Ctrl+C.</summary>
static class UpCommand
{
    const int Unbroken = 1_000_000;

    public static Command Create()
    {
        var port = new Option<int>("--port") { Description = "The app's port on loopback; 0 takes a free one.", DefaultValueFactory = _ => 7071 };
        port.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < 0 or > ushort.MaxValue) given.AddError("--port: a port is a number from 0 to 65535.");
        });
        var data = new Option<string?>("--data") { Description = "The folder that keeps all data between runs; else .data in the repository." };
        var samples = new Option<bool>("--samples") { Description = "Uploads the sample reports and shows the first answers." };
        var keys = new Option<bool>("--keys") { Description = "Asks every request for a key; keys are kept in the data folder." };
        var once = new Option<bool>("--once") { Description = "Stops again when everything is up and shown." };
        var up = new Command("up", "Starts the storage emulator and the app on this machine.") { port, data, samples, keys, once };
        up.SetAction(async (arguments, stop) =>
        {
            // A command that is shown to be copied must not be broken into lines.
            AnsiConsole.Profile.Width = Unbroken;
            var options = new LocalSystemOptions
            {
                Port = arguments.GetValue(port),
                DataFolder = Path.GetFullPath(arguments.GetValue(data) ?? Path.Combine(Repository.Root, ".data")),
                UsesUsualStoragePorts = true,
                AsksForKeys = arguments.GetValue(keys),
                Progress = Say,
            };
            try
            {
                return await RunAsync(options, arguments.GetValue(samples), arguments.GetValue(once), stop);
            }
            catch (Exception problem) when (problem is FunctionsHostException or AzuriteException or HttpRequestException or IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync(problem.Message);
                return 1;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return 0;
            }
        });
        return up;
    }

    static async Task<int> RunAsync(LocalSystemOptions options, bool samples, bool once, CancellationToken stop)
    {
        await using var system = await LocalSystem.StartAsync(options, stop);
        using var api = new AppClient(system.Endpoint, system.Keys?.Master);
        Say($"The app is up: {system.Endpoint}  (its log: {system.LogFile})");
        if (system.Keys is { } held) Say($"Requests need a key in the header x-functions-key; the keys are in {held.Folder}");
        var complete = !samples || await Samples.LoadAsync(api, Say, stop);
        await FirstAnswers.ShowAsync(api, system, withAnswers: samples, Say, stop);
        ShowStorage(system);
        if (once) return complete ? 0 : 1;

        Say("Ctrl+C stops.");
        await system.Exited.WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"Storage ended by itself. The log, {system.LogFile}, ends with:\n{system.LogTail()}");
            return 1;
        }
        Say("Stopping …");
        return 0;
    }

    /// <summary>Where the storage is, and how any client of Azure puts a report into it.</summary>
    static void ShowStorage(LocalSystem system)
    {
        Say($"Storage: {system.StorageConnection}");
        Say("Files dropped into its container articles are read, for instance by");
        Say($"az storage blob upload --connection-string '{system.StorageConnection}' --container-name articles --name soc-trang/report.txt --file report.txt");
    }

    static void Say(string line) => AnsiConsole.WriteLine(line);
}
