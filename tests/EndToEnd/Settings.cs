using ServerlessIct.Local.Ict;

namespace ServerlessIct.EndToEnd.Tests;

/// <summary>The local system as tests start it: free port, keys on, and the pauses of the host short.</summary>
static class Settings
{
    public static LocalSystemOptions For(string folder) => new()
    {
        Port = 0,
        DataFolder = folder,
        AsksForKeys = true,
        // In Azure, and where a user runs it, a message comes back ten minutes after a crash.
        MessageVisibility = TimeSpan.FromSeconds(5),
    };
}
