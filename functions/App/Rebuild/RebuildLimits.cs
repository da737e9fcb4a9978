using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace ServerlessIct.App.Rebuild;

/// <summary>How a full rebuild is cut into pieces.</summary>
/// <param name="RunTime">The setting <c>RebuildMinutes</c>: how long one call works; it then stops between two provinces and has a message go on.</param>
/// <param name="NotedAfter">After this time, between two provinces, what is made is written and the progress noted.</param>
/// <param name="NotedAfterChanges">Also after this many changes: fewer make transactions small.</param>
public sealed record RebuildLimits(TimeSpan RunTime, TimeSpan NotedAfter, int NotedAfterChanges)
{
    /// <summary>The name of the setting.</summary>
    public const string SettingName = "RebuildMinutes";

    /// <summary>Seven minutes of the ten that <c>functionTimeout</c> in host.json gives, half a minute, 8,000 changes.</summary>
    public static RebuildLimits Default { get; } = new(TimeSpan.FromMinutes(7), TimeSpan.FromSeconds(30), 8_000);

    /// <summary>The defaults with what the settings say instead.</summary>
    /// <exception cref="InvalidOperationException">The setting is out of its range.</exception>
    public static RebuildLimits From(IConfiguration settings)
    {
        const int most = 600;
        if (settings[SettingName] is not { Length: > 0 } text) return Default;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is >= 1 and <= most
            ? Default with { RunTime = TimeSpan.FromMinutes(minutes) }
            : throw new InvalidOperationException($"The setting {SettingName} is '{text}'; it must be a whole number of minutes from 1 to {most}.");
    }
}
