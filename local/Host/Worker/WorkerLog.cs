using Microsoft.Extensions.Logging;
using ServerlessIct.Local.Host.Rpc;

namespace ServerlessIct.Local.Host.Worker;

/// <summary>Puts what the worker logs into the log of the host, under the worker's own categories, so that host.json decides on their levels.</summary>
static class WorkerLog
{
    /// <summary>Writes one record.</summary>
    public static void Write(ILoggerFactory logs, RpcLog record)
    {
        // Metrics of the platform, not lines for a person.
        if (record.LogCategory == RpcLog.Types.RpcLogCategory.CustomMetric) return;
        var category = record.Category.Length > 0 ? record.Category : "Worker";
        var fault = record.Exception is { Message.Length: > 0 } exception ? $"\n{exception.Type} {exception.Message}\n{exception.StackTrace}" : "";
        // The text is the worker's: braces in it are no template.
        logs.CreateLogger(category).Log((LogLevel)record.Level, default, record.Message + fault, null, static (text, _) => text);
    }
}
