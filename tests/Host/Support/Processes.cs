using System.Diagnostics;
using System.Globalization;

namespace ServerlessIct.Local.Host.Tests.Support;

static class Processes
{
    /// <summary>Whether a process still runs; one that has ended and was not yet asked for by its parent does not.</summary>
    public static bool IsRunning(int id)
    {
        if (OperatingSystem.IsLinux())
        {
            var state = string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat");
            return File.Exists(state) && !File.ReadAllText(state).Split(')')[^1].TrimStart().StartsWith('Z');
        }
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public static void Kill(int id)
    {
        using var process = Process.GetProcessById(id);
        process.Kill();
    }
}
