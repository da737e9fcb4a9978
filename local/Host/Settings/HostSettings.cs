using System.Collections;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace ServerlessIct.Local.Host.Settings;

/// <summary>
/// The settings of a function app, from where the real host and Core Tools take them: <c>local.settings.json</c> beside the app, over that the
/// environment of this process, over that what the caller of <see cref="FunctionsHost.StartAsync"/> gives. Names are as in the environment, with
/// <c>__</c> between levels.
/// </summary>
sealed class HostSettings
{
    /// <summary>Names that would mislead the worker: where it listens is its own choice, and these make it think that it runs in a container of Azure.</summary>
    static readonly string[] Foreign = ["ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS", "ASPNETCORE_HTTPS_PORTS", "DOTNET_URLS", "DOTNET_HTTP_PORTS", "URLS", "CONTAINER_NAME", "WEBSITE_INSTANCE_ID", "DOTNET_STARTUP_HOOKS"];

    /// <summary>Where the host keeps what is its own, and the connection of triggers that name none.</summary>
    public const string HostStorage = "AzureWebJobsStorage";

    readonly Dictionary<string, string> values;

    HostSettings(Dictionary<string, string> values)
    {
        this.values = values;
        Configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(v => KeyValuePair.Create(v.Key.Replace("__", ":", StringComparison.Ordinal), (string?)v.Value)))
            .Build();
    }

    /// <summary>All of them, with <c>:</c> between levels.</summary>
    public IConfiguration Configuration { get; }

    /// <summary>What the worker finds in its environment.</summary>
    public IEnumerable<KeyValuePair<string, string>> ForWorker => values.Where(v => !Foreign.Contains(v.Key, StringComparer.OrdinalIgnoreCase));

    /// <summary>One of them; null where it is not set or empty.</summary>
    public string? this[string name] => Configuration[name.Replace("__", ":", StringComparison.Ordinal)] is { Length: > 0 } value ? value : null;

    /// <summary>The connection string that a trigger names: in the setting of this name, or with AzureWebJobs before it; null where there is none, for instance for a connection by identity.</summary>
    public string? Connection(string name) => this[name] ?? this["AzureWebJobs" + name];

    /// <summary>Whether a connection is there, as a string or as a group of settings.</summary>
    public bool HasConnection(string name) => Connection(name) is not null || Configuration.GetSection(name).GetChildren().Any() || Configuration.GetSection("AzureWebJobs" + name).GetChildren().Any();

    /// <summary>Reads them.</summary>
    /// <param name="file">A local.settings.json; nothing where there is no such file.</param>
    /// <param name="given">What holds over all else.</param>
    /// <exception cref="FunctionsHostException">local.settings.json is not what Core Tools would read.</exception>
    public static HostSettings Read(string file, IReadOnlyDictionary<string, string>? given)
    {
        var all = new Dictionary<string, string>(FromFile(file), StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables()) all[(string)variable.Key] = (string?)variable.Value ?? "";
        foreach (var (name, value) in given ?? new Dictionary<string, string>(StringComparer.Ordinal)) all[name] = value;
        return new HostSettings(all);
    }

    /// <summary>Puts the settings in for <c>%Name%</c>, as triggers write it.</summary>
    /// <param name="text">The text of a trigger.</param>
    /// <param name="what">Function and parameter, for the message.</param>
    /// <exception cref="FunctionsHostException">A setting is not there.</exception>
    public string Resolve(string text, string what)
    {
        var parts = text.Split('%');
        // Names stand between pairs of signs; a single sign is itself.
        for (var i = 1; i + 1 < parts.Length; i += 2)
            parts[i] = this[parts[i]] ?? throw new FunctionsHostException($"{what} needs the setting {parts[i]} (%{parts[i]}%), which is not set.");
        return parts.Length % 2 == 1 ? string.Concat(parts) : text;
    }

    /// <summary>The object <c>Values</c> of a local.settings.json; nothing where there is no such file.</summary>
    /// <exception cref="FunctionsHostException">It is not what Core Tools would read.</exception>
    public static IReadOnlyDictionary<string, string> FromFile(string file)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (!File.Exists(file)) return found;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (json.RootElement.TryGetProperty("IsEncrypted", out var encrypted) && encrypted.ValueKind == JsonValueKind.True)
                throw new FunctionsHostException($"{file} is encrypted. Decrypt it with: func settings decrypt");
            if (!json.RootElement.TryGetProperty("Values", out var settings)) return found;
            foreach (var setting in settings.EnumerateObject()) found[setting.Name] = setting.Value.ToString();
            return found;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FunctionsHostException($"{file} is not a JSON object with an object Values of names and texts: {e.Message}", e);
        }
    }
}
