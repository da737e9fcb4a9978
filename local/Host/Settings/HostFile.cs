using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace ServerlessIct.Local.Host.Settings;

/// <summary>The app's host.json with what settings <c>AzureFunctionsJobHost__…</c> say instead.</summary>
sealed class HostFile
{
    const string Overrides = "AzureFunctionsJobHost";

    /// <summary>What a timer of .NET can measure, and to spare.</summary>
    static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(40);

    /// <summary>Where the official extensions look for their options.</summary>
    public const string Root = "AzureWebJobs";

    HostFile(IConfiguration configuration, TimeSpan? functionTimeout, string routePrefix)
    {
        Configuration = configuration;
        FunctionTimeout = functionTimeout;
        RoutePrefix = routePrefix;
    }

    /// <summary>All of it, below <see cref="Root"/>.</summary>
    public IConfiguration Configuration { get; }

    /// <summary><c>logging</c>: levels by category.</summary>
    public IConfiguration Logging => Configuration.GetSection($"{Root}:logging");

    /// <summary><c>functionTimeout</c>: how long one call may take; null for no limit.</summary>
    public TimeSpan? FunctionTimeout { get; }

    /// <summary><c>extensions.http.routePrefix</c>, <c>api</c> where it is not said; no slash at either end.</summary>
    public string RoutePrefix { get; }

    /// <summary>Reads host.json of an app.</summary>
    /// <exception cref="FunctionsHostException">It is missing or wrong.</exception>
    public static HostFile Read(string appFolder, HostSettings settings)
    {
        var file = Path.Combine(appFolder, "host.json");
        if (!File.Exists(file))
            throw new FunctionsHostException($"{appFolder} has no host.json: it is not the output of a function app. Publish the app there first (dotnet publish -o).");
        try
        {
            var own = new ConfigurationBuilder().AddJsonFile(file).Build();
            var values = own.AsEnumerable()
                .Concat(settings.Configuration.GetSection(Overrides).AsEnumerable(makePathsRelative: true))
                .Where(v => v.Value is not null)
                .Select(v => KeyValuePair.Create($"{Root}:{v.Key}", v.Value));
            var all = new ConfigurationBuilder().AddInMemoryCollection(LastOfEach(values)).Build();
            if (all[$"{Root}:version"] != "2.0") throw new FunctionsHostException($"{file} must say \"version\": \"2.0\".");
            return new HostFile(all, Timeout(all[$"{Root}:functionTimeout"], file), (all[$"{Root}:extensions:http:routePrefix"] ?? "api").Trim('/'));
        }
        catch (Exception e) when (e is InvalidDataException or FormatException)
        {
            throw new FunctionsHostException($"{file} is not JSON: {e.InnerException?.Message ?? e.Message}", e);
        }
    }

    static IEnumerable<KeyValuePair<string, string?>> LastOfEach(IEnumerable<KeyValuePair<string, string?>> values)
    {
        var last = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in values) last[name] = value;
        return last;
    }

    /// <summary>30 minutes where nothing is said, none for -1: as on the plans other than Consumption.</summary>
    static TimeSpan? Timeout(string? text, string file) => text switch
    {
        null => TimeSpan.FromMinutes(30),
        "-1" or "-00:00:01" => null,
        _ when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var limit) && limit > TimeSpan.Zero && limit <= LongestTimeout => limit,
        _ => throw new FunctionsHostException($"{file}: functionTimeout is '{text}'; it must be a time like 00:10:00, at most 40 days, or -1 for none."),
    };
}
