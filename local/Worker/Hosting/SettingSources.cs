using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace ServerlessIct.Local.Worker.Hosting;

/// <summary>
/// Where settings come from, the later winning: log levels of host.json, appsettings.json, local.settings.json, the environment, the command line.
/// host.json itself is read apart: it is the host's, not the application's.
/// </summary>
static class SettingSources
{
    public static void AddTo(IConfigurationBuilder settings, string directory, string environment, string[]? args, StartupProblems problems)
    {
        settings.AddInMemoryCollection(LogLevels(directory, problems));
        settings.AddJsonFile(Path.Combine(directory, "appsettings.json"), optional: true);
        settings.AddJsonFile(Path.Combine(directory, $"appsettings.{environment}.json"), optional: true);
        settings.AddInMemoryCollection(LocalSettingsFile(directory, problems));
        settings.AddEnvironmentVariables();
        settings.AddCommandLine(args ?? []);
    }

    /// <summary>host.json of the directory, overridden by the settings below <c>AzureFunctionsJobHost</c>.</summary>
    public static IConfiguration HostJson(string directory, IConfiguration settings, StartupProblems problems)
    {
        var host = new ConfigurationBuilder();
        host.AddInMemoryCollection(Flat(ReadJson(directory, HostFile.FileName, problems), prefix: null));
        host.AddConfiguration(settings.GetSection("AzureFunctionsJobHost"));
        return host.Build();
    }

    static IEnumerable<KeyValuePair<string, string?>> LogLevels(string directory, StartupProblems problems)
    {
        // Request logs of ASP.NET Core carry the query, and so the key of ?code=.
        yield return new("Logging:LogLevel:Microsoft.AspNetCore", "Warning");
        var levels = ReadJson(directory, HostFile.FileName, problems) is { ValueKind: JsonValueKind.Object } host
            && host.TryGetProperty("logging", out var logging) && logging.ValueKind is JsonValueKind.Object
            && logging.TryGetProperty("logLevel", out var found)
            ? found
            : default;
        foreach (var (category, level) in Flat(levels, prefix: null))
            yield return new("Logging:LogLevel:" + category, level);
    }

    static IEnumerable<KeyValuePair<string, string?>> LocalSettingsFile(string directory, StartupProblems problems)
    {
        const string file = "local.settings.json";
        if (ReadJson(directory, file, problems) is not { ValueKind: JsonValueKind.Object } root)
            return [];
        if (root.TryGetProperty("IsEncrypted", out var encrypted) && encrypted.ValueKind is JsonValueKind.True)
        {
            problems.Add($"{file}: the values are encrypted; decrypt them with 'func settings decrypt' and set IsEncrypted to false.");
            return [];
        }

        var values = root.TryGetProperty("Values", out var found) ? Flat(found, prefix: null) : [];
        var connections = root.TryGetProperty("ConnectionStrings", out found) ? Flat(found, "ConnectionStrings") : [];
        var host = root.TryGetProperty("Host", out found) && found.ValueKind is JsonValueKind.Object && found.TryGetProperty("LocalHttpPort", out var port)
            ? [new("port", port.ToString())]
            : Enumerable.Empty<KeyValuePair<string, string?>>();
        return [.. host, .. values.Select(value => new KeyValuePair<string, string?>(value.Key.Replace("__", ":", StringComparison.Ordinal), value.Value)), .. connections];
    }

    static JsonElement ReadJson(string directory, string file, StartupProblems problems)
    {
        var path = Path.Combine(directory, file);
        if (!File.Exists(path))
            return default;
        try
        {
            using var json = JsonDocument.Parse(
                File.ReadAllBytes(path), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return json.RootElement.Clone();
        }
        catch (JsonException e)
        {
            var sentence = $"{file}: this is not JSON: {e.Message}";
            if (!problems.Sentences.Contains(sentence))
                problems.Add(sentence);
            return default;
        }
    }

    static IEnumerable<KeyValuePair<string, string?>> Flat(JsonElement json, string? prefix) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => Flat(p.Value, prefix is null ? p.Name : $"{prefix}:{p.Name}")),
        JsonValueKind.Array => json.EnumerateArray().SelectMany((item, i) => Flat(item, string.Create(null, $"{prefix}:{i}"))),
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        _ when prefix is null => [],
        _ => [new(prefix, json.ToString())],
    };
}
