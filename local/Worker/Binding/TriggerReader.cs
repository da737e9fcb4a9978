using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using ServerlessIct.Local.Worker.Blobs;
using ServerlessIct.Local.Worker.Hosting;
using ServerlessIct.Local.Worker.Http;
using ServerlessIct.Local.Worker.Queues;
using ServerlessIct.Local.Worker.Storage;
using ServerlessIct.Local.Worker.Timers;

namespace ServerlessIct.Local.Worker.Binding;

/// <summary>Reads a trigger's attribute with the settings it names; null after telling what is wrong.</summary>
sealed class TriggerReader(SettingPlaceholders placeholders, StorageConnections storage, HostFile hostFile, StartupProblems problems)
{
    public Trigger? Read(string function, MethodInfo method, ParameterInfo parameter, TriggerBindingAttribute attribute)
    {
        void Problem(string sentence) => problems.Add(function, parameter.Name, sentence);

        switch (attribute)
        {
            case BlobTriggerAttribute blob:
                NeedsConnection(blob.Connection, blobs: true, queues: true, Problem);
                if (blob.Connection is not null)
                    NeedsConnection(null, blobs: true, queues: true, Problem);
                return placeholders.Resolve(blob.BlobPath, Problem) is { } path && BlobPathPattern.Parse(path, Problem) is { } pattern
                    ? new BlobTrigger(pattern, blob.Connection, blob.Source)
                    : null;
            case QueueTriggerAttribute queue:
                NeedsConnection(queue.Connection, blobs: false, queues: true, Problem);
                return placeholders.Resolve(queue.QueueName, Problem) is { } name && QueueTrigger.CheckName(name, Problem)
                    ? new QueueTrigger(name, queue.Connection)
                    : null;
            case TimerTriggerAttribute timer:
                NeedsConnection(null, blobs: true, queues: false, Problem);
                return placeholders.Resolve(timer.Schedule, Problem) is { } text && TimerSchedule.Parse(text, Problem) is { } schedule
                    ? new TimerTrigger(schedule, timer.UseMonitor, timer.RunOnStartup)
                    : null;
            case HttpTriggerAttribute http:
                return HttpTrigger.Read(function, method, http, hostFile.RoutePrefix, Problem);
            default:
                Problem($"this host does not know {attribute.GetType().Name}.");
                return null;
        }
    }

    void NeedsConnection(string? connection, bool blobs, bool queues, Action<string> problem)
    {
        if (storage.Problem(connection, blobs, queues) is { } sentence)
            problem(sentence);
    }
}
