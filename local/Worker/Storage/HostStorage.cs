namespace ServerlessIct.Local.Worker.Storage;

/// <summary>The names under which the real host keeps its own state.</summary>
static class HostStorage
{
    public const string Container = "azure-webjobs-hosts";

    public static string TimerStatus(string hostId, string functionId) => $"timers/{hostId}/{functionId}/status";

    public static string ListenerLock(string hostId, string functionId) => $"locks/{hostId}/{functionId}.Listener";
}
