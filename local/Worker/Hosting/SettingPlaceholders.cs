using Microsoft.Extensions.Configuration;

namespace ServerlessIct.Local.Worker.Hosting;

/// <summary>Replaces <c>%Name%</c> in the texts of triggers by the setting of that name.</summary>
sealed class SettingPlaceholders(IConfiguration settings)
{
    /// <summary>The text with its settings, or null after telling what is missing.</summary>
    public string? Resolve(string text, Action<string> problem)
    {
        var parts = text.Split('%');
        if (parts.Length % 2 == 0)
        {
            problem($"'{text}' has a % without a second one; a setting is written %Name%.");
            return null;
        }

        var complete = true;
        for (var i = 1; i < parts.Length; i += 2)
        {
            if (Setting(parts[i]) is { Length: > 0 } value)
            {
                parts[i] = value;
                continue;
            }

            problem($"the setting '{parts[i]}' of '{text}' is missing; add it to the environment or to the Values of local.settings.json.");
            complete = false;
        }

        return complete ? string.Concat(parts) : null;
    }

    string? Setting(string name) => name.Length == 0 ? null : settings[name.Replace("__", ":", StringComparison.Ordinal)];
}
