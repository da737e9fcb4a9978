using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace ServerlessIct.Local.Worker.Hosting;

/// <summary>Reads settings that have a range; one that is outside is a problem that says where it stands and what is allowed.</summary>
sealed class BoundedSettings(IConfiguration settings, string where, StartupProblems problems)
{
    public int Whole(string key, int absent, int least, int most)
    {
        if (settings[key] is not { } text)
            return absent;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            return value;
        Refuse(key, text, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));
        return absent;
    }

    public TimeSpan Duration(string key, TimeSpan absent, TimeSpan least, TimeSpan most)
    {
        if (settings[key] is not { } text)
            return absent;
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            return value;
        Refuse(key, text, string.Create(CultureInfo.InvariantCulture, $"a time span hh:mm:ss from {least:c} to {most:c}"));
        return absent;
    }

    public bool Flag(string key)
    {
        if (settings[key] is not { } text)
            return false;
        if (bool.TryParse(text, out var value))
            return value;
        Refuse(key, text, "true or false");
        return false;
    }

    void Refuse(string key, string text, string allowed) =>
        problems.Add($"{where}: {key.Replace(':', '.')} is '{text}'; it has to be {allowed}.");
}
