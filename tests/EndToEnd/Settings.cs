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
        Settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["LocalWorker__BlobScanInterval"] = "00:00:00.500",
            // After a crash a message is seen again when this has passed.
            ["LocalWorker__MessageVisibility"] = "00:00:05",
        },
    };
}
