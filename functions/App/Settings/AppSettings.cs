using System.Globalization;
using ServerlessIct.App.Ingest;
using ServerlessIct.App.Rebuild;
using ServerlessIct.App.Storage;
using ServerlessIct.App.Telemetry;

namespace ServerlessIct.App.Settings;

/// <summary>Every setting that the app reads. docs/settings.md is made from this list.</summary>
public static class AppSettings
{
    /// <summary>When series and deltas are computed.</summary>
    public static AppSetting DeltaSchedule { get; } = new("DeltaSchedule", null,
        "When series and deltas are computed: NCRONTAB with six fields, UTC. 18:00 is 01:00 in Viet Nam. The host reads it, from its own settings, and does not start the function without it.",
        "0 0 18 * * *");

    /// <summary>When all series are built from all observations.</summary>
    public static AppSetting RebuildSchedule { get; } = new("RebuildSchedule", null,
        "When everything is built anew from the observations, in the same form and read likewise. 02:00 in Viet Nam on the second day of a month.", "0 0 19 1 * *");

    /// <summary>When tables are copied.</summary>
    public static AppSetting BackupSchedule { get; } = new("BackupSchedule", null,
        "When the tables are copied to the container `backups`, in the same form and read likewise. 03:00 of Sunday in Viet Nam.", "0 0 20 * * 6");

    /// <summary>When the sweep runs.</summary>
    public static AppSetting SweepSchedule { get; } = new("SweepSchedule", null,
        "When documents are looked for that no event announced or that a crash broke off, in the same form and read likewise.", "0 */5 * * * *");

    /// <summary>All of them, in the order of the page.</summary>
    public static IReadOnlyList<AppSetting> All { get; } =
    [
        new(StorageNames.Connection, null, "The storage account as a connection string. For one machine; in Azure the five settings below stand for it. The host reads it too."),
        new($"{StorageNames.Connection}__blobServiceUri", null, "Address of the blob service, with https."),
        new($"{StorageNames.Connection}__queueServiceUri", null, "Address of the queue service. Blob triggers need it for documents that were given up."),
        new($"{StorageNames.Connection}__tableServiceUri", null, "Address of the table service."),
        new($"{StorageNames.Connection}__credential", null, "`managedidentity` for the identity of the app; anything else tries what the machine is signed in with."),
        new($"{StorageNames.Connection}__clientId", null, "Which identity, where the app has one assigned by the user."),
        DeltaSchedule,
        RebuildSchedule,
        BackupSchedule,
        SweepSchedule,
        new(nameof(IngestLimits.MaxDocumentBytes), IngestLimits.Default.MaxDocumentBytes.ToString(CultureInfo.InvariantCulture),
            "The largest document in bytes, from 1 to 209715200. A larger one is rejected without being downloaded."),
        new(RebuildLimits.SettingName, RebuildLimits.Default.RunTime.TotalMinutes.ToString(CultureInfo.InvariantCulture),
            "How many minutes a full rebuild works at a stretch, from 1 to 600; it then stops in order, and a message has the next call go on. Keep it three below `functionTimeout` in host.json."),
        new("PublicRead", "false", "Whether everybody may read through the API. Writing needs a key of the host in any case."),
        new("ReadKeys", null, "Who may read: `name:hash` after `name:hash`, with commas; each hash is the SHA-256 of a key in hexadecimal. Without it, and without PublicRead, nobody can. `scripts/deploy.sh` lists the app's own key."),
        new("RequestsPerMinute", "6000", "How many requests a caller may send in a minute, told apart by a reader's key or by address (of IPv6 the first 64 bits), for writes by the key of the host; counted in each instance; from 0 (no limit) to 1000000."),
        new(TelemetrySetup.CollectorSetting, null, "Address of an OpenTelemetry collector. Traces, counters and logs are sent there; without it, and without the next, nothing is collected."),
        new(TelemetrySetup.InsightsSetting, null, "The Application Insights resource that traces, counters and logs are sent to."),
        new(TelemetrySetup.AuthenticationSetting, null, "`Authorization=AAD;ClientId=…`: which identity sends to Application Insights."),
        new(TelemetrySetup.TracesSetting, "5", "How many traces a second are kept in Application Insights, from 0.1 to 1000. Counters and logs are all kept."),
    ];
}

/// <summary>A setting of the app, as an app setting in Azure, an environment variable, or a line of local.settings.json.</summary>
/// <param name="Name">Its name; <c>__</c> parts levels.</param>
/// <param name="Default">What holds where it is not set; null where nothing does.</param>
/// <param name="Meaning">What it does, with unit and range.</param>
/// <param name="Usual">What bicep/main.bicep sets where nothing holds by itself and the host cannot do without; null where that is not so.</param>
public sealed record AppSetting(string Name, string? Default, string Meaning, string? Usual = null);
