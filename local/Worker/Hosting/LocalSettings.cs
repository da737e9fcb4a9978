using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;

namespace ServerlessIct.Local.Worker.Hosting;

/// <summary>Settings that only this host knows, because on Azure the platform decides them. All have defaults.</summary>
sealed record LocalSettings
{
    const string Where = "Settings";

    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; } = 7071;

    /// <summary>Names this application in storage: its queue, receipts, schedules and locks.</summary>
    public string HostId { get; init; } = "functions";

    /// <summary>The largest request body in bytes.</summary>
    public long MaxRequestBytes { get; init; } = 104_857_600;

    /// <summary>The least pause between two looks through a container.</summary>
    public TimeSpan BlobScanInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a blob that failed waits for its next try.</summary>
    public TimeSpan BlobRetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a message stays invisible without being renewed, so how soon it is taken up again after a crash.</summary>
    public TimeSpan MessageVisibility { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The lease of the lock that keeps a timer to one instance. Storage allows 15 to 60 seconds.</summary>
    public TimeSpan LockPeriod { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a function that ran out of time may take to notice before its run counts as failed without it.</summary>
    public TimeSpan CancellationGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long running functions are waited for when the host stops.</summary>
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(10);

    public static LocalSettings Read(IConfiguration settings, string applicationName, StartupProblems problems)
    {
        var read = new BoundedSettings(settings, Where, problems);
        var defaults = new LocalSettings();
        return new LocalSettings
        {
            Port = PortOf(settings, read, problems) ?? defaults.Port,
            HostId = HostIdOf(settings["AzureFunctionsWebHost:hostid"] ?? applicationName),
            MaxRequestBytes = read.Whole("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", (int)defaults.MaxRequestBytes, 1, int.MaxValue),
            BlobScanInterval = read.Duration("LocalWorker:BlobScanInterval", defaults.BlobScanInterval, TimeSpan.FromMilliseconds(50), TimeSpan.FromHours(1)),
            BlobRetryDelay = read.Duration("LocalWorker:BlobRetryDelay", defaults.BlobRetryDelay, TimeSpan.Zero, TimeSpan.FromHours(1)),
            MessageVisibility = read.Duration("LocalWorker:MessageVisibility", defaults.MessageVisibility, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
            LockPeriod = read.Duration("LocalWorker:LockPeriod", defaults.LockPeriod, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(60)),
            CancellationGrace = read.Duration("LocalWorker:CancellationGrace", defaults.CancellationGrace, TimeSpan.Zero, TimeSpan.FromMinutes(5)),
            ShutdownTimeout = read.Duration("LocalWorker:ShutdownTimeout", defaults.ShutdownTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(5)),
        };
    }

    static int? PortOf(IConfiguration settings, BoundedSettings read, StartupProblems problems)
    {
        if (settings["port"] is not null)
            return read.Whole("port", 0, 0, IPEndPoint.MaxPort);
        if (settings["urls"] is not { } urls)
            return null;
        if (Uri.TryCreate(urls, UriKind.Absolute, out var url) && url is { Scheme: "http", IsLoopback: true, PathAndQuery: "/" })
            return url.Port;
        problems.Add($"{Where}: urls is '{urls}'; this host listens on loopback only, at one address like http://127.0.0.1:7071.");
        return null;
    }

    /// <summary>Lower-case letters, digits and single hyphens, at most 32: what a queue name takes.</summary>
    static string HostIdOf(string name)
    {
        var letters = name.ToLower(CultureInfo.InvariantCulture).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-');
        var parts = string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries);
        var id = string.Join('-', parts);
        return id.Length switch { 0 => "functions", > 32 => id[..32].TrimEnd('-'), _ => id };
    }
}
