using System.Diagnostics;

namespace ServerlessIct.Azure.Tests.Scripts;

/// <summary>Runs a script of the repository with az, dotnet, zip, curl and sleep replaced by ones that write down how they were called.</summary>
sealed class FakeTools : IDisposable
{
    /// <summary>Answers like a subscription in which all goes well; the variable FAULT names what does not.</summary>
    const string Az = """
        #!/usr/bin/env bash
        printf 'az' >> "$CALLS"; printf ' %q' "$@" >> "$CALLS"; printf '\n' >> "$CALLS"
        case "$*" in
          "account show"*) [ "$FAULT" = signed-out ] && exit 1; echo 00000000-0000-0000-0000-000000000000 ;;
          "group show"*) [ "$FAULT" = foreign-group ] && echo other || echo serverless-ict ;;
          *what-if*) [ "$FAULT" = what-if ] && { echo "what-if failed" >&2; exit 1; }; echo "+ Microsoft.Storage/storageAccounts" ;;
          *outputs.appName*) echo ict-dev-app ;;
          *outputs.endpoint*) echo https://ict-dev-app.example ;;
          *outputs.topicName*) echo ict-dev-documents ;;
          *outputs.storageAccountName*) echo ictdevstore ;;
          *outputs.eventsIdentityId*) echo /identities/events ;;
          *systemKeys.blobs_extension*)
            n=$(cat "$STATE/keys" 2>/dev/null || echo 0); echo $((n + 1)) > "$STATE/keys"
            [ "$FAULT" = no-key ] && exit 0
            [ "$n" -ge 2 ] && echo system-secret || true ;;
          *functionKeys.default*) echo api-secret ;;
          *) [ "$FAULT" = publish ] && [[ "$*" == *config-zip* ]] && exit 1 || true ;;
        esac
        """;

    const string Curl = """
        #!/usr/bin/env bash
        method=GET; url=""
        while [ $# -gt 0 ]; do
          case $1 in
            --request) method=$2; shift 2 ;;
            --header) [[ $2 == @* ]] && cp "${2#@}" "$STATE/header"; shift 2 ;;
            --data-binary) body=$2; shift 2 ;;
            https://*) url=$1; shift ;;
            *) shift ;;
          esac
        done
        echo "curl $method $url" >> "$CALLS"
        case "$method $url" in
          PUT*) echo '{"id":"0123456789abcdef0123456789abcdef","name":"x","location":"/api/v1/documents/0123456789abcdef0123456789abcdef"}' ;;
          "GET"*/documents/*)
            n=$(cat "$STATE/polls" 2>/dev/null || echo 0); echo $((n + 1)) > "$STATE/polls"
            [ "$FAULT" = never-read ] && { echo '{"document":{"status":"received"}}'; exit 0; }
            [ "$FAULT" = rejected ] && { echo '{"document":{"status":"rejected","error":"binary"}}'; exit 0; }
            [ "$n" -ge 2 ] && echo '{"document":{"status":"extracted"},"observations":[{"value":1422}]}' || { echo '{"status":404}'; exit 22; } ;;
        esac
        """;

    const string Recorder = """
        #!/usr/bin/env bash
        printf '%s' "${0##*/}" >> "$CALLS"; printf ' %q' "$@" >> "$CALLS"; printf '\n' >> "$CALLS"
        if [ "${0##*/}" = dotnet ]; then
          while [ $# -gt 0 ]; do [ "$1" = -o ] && { mkdir -p "$2"; echo app > "$2/host.json"; }; shift; done
        fi
        """;

    readonly string folder = Directory.CreateTempSubdirectory("ict-scripts-").FullName;

    public FakeTools()
    {
        Directory.CreateDirectory(Path.Combine(folder, "bin"));
        Directory.CreateDirectory(Path.Combine(folder, "state"));
        // A copy, so that what a script writes beside itself does not end up in the repository.
        foreach (var part in (string[])["scripts", "bicep"]) Copy(Repository.File(part), Path.Combine(folder, "repository", part));
        Tool("az", Az);
        Tool("curl", Curl);
        foreach (var name in (string[])["dotnet", "zip", "sleep"]) Tool(name, Recorder);
    }

    /// <summary>How the tools were called, in order, with the folder of this run as REPO.</summary>
    public IReadOnlyList<string> Calls =>
        File.Exists(Log) ? [.. File.ReadAllLines(Log).Select(l => l.Replace(Path.Combine(folder, "repository"), "REPO", StringComparison.Ordinal))] : [];

    /// <summary>The header file that curl was last given.</summary>
    public string Header => File.ReadAllText(Path.Combine(folder, "state", "header"));

    string Log => Path.Combine(folder, "calls");

    public async Task<(int Code, string Output)> RunAsync(string script, string[] arguments, string fault = "", string input = "", IReadOnlyDictionary<string, string>? variables = null)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(folder, "repository", "scripts", script), .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder, UseShellExecute = false,
        };
        start.Environment["PATH"] = $"{Path.Combine(folder, "bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["CALLS"] = Log;
        start.Environment["STATE"] = Path.Combine(folder, "state");
        start.Environment["FAULT"] = fault;
        start.Environment["ICT_ATTEMPTS"] = "5";
        foreach (var (name, value) in variables ?? new Dictionary<string, string>(StringComparer.Ordinal)) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    void Tool(string name, string text)
    {
        var path = Path.Combine(folder, "bin", name);
        File.WriteAllText(path, text.ReplaceLineEndings("\n") + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
