using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Backup;

/// <summary>Copies the tables once a week (the setting <c>BackupSchedule</c>), and brings a copy back on request.</summary>
public sealed class BackUpTables(TableBackup backup)
{
    /// <summary>Also by hand: <c>POST /admin/functions/BackUpTables</c>.</summary>
    [Function(nameof(BackUpTables))]
    public Task Run([TimerTrigger("%BackupSchedule%")] TimerInfo timer, CancellationToken cancellationToken) => backup.SaveAsync(cancellationToken);

    /// <summary>By hand: <c>POST /admin/functions/RestoreTables</c> with <c>{"input": "2026-01-31"}</c>, or a day and the names of tables.</summary>
    [Function("RestoreTables")]
    public Task Restore([QueueTrigger(StorageNames.Restore, Connection = StorageNames.Connection)] string request, CancellationToken cancellationToken) =>
        backup.RestoreAsync(request, cancellationToken);
}
