using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Backup;

/// <summary>
/// Copies tables to the container <c>backups</c> and back: <c>YYYY-MM-DD/TABLE.ndjson</c>, a row a line, in the order of the keys. A copy is not of one moment:
/// rows written meanwhile may be in it or not. Reading all documents again, or a full rebuild, makes them agree.
/// </summary>
public sealed partial class TableBackup(StorageClients storage, TimeProvider time, ILogger<TableBackup> log)
{
    /// <summary>Rows read back at once; a multiple of what a transaction holds.</summary>
    const int Chunk = 1_000;

    /// <summary>Copies every table; a copy of the same day is replaced.</summary>
    /// <returns>The day by which the copy is found.</returns>
    public async Task<string> SaveAsync(CancellationToken cancellationToken)
    {
        var day = time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var table in StorageSetup.Tables)
        {
            var rows = 0;
            // Nothing is seen of a copy before it is whole: a blob appears when its stream is closed.
            await using var blob = await storage.Blobs.GetBlobContainerClient(StorageNames.Backups).GetBlobClient($"{day}/{table}.ndjson").OpenWriteAsync(overwrite: true, cancellationToken: cancellationToken);
            await using var writer = new StreamWriter(blob, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            await foreach (var entity in storage.Tables.GetTableClient(table).QueryAsync<TableEntity>(cancellationToken: cancellationToken))
            {
                await writer.WriteAsync((EntityLine.Write(entity) + "\n").AsMemory(), cancellationToken);
                rows++;
            }
            await writer.FlushAsync(cancellationToken);
            LogSaved(rows, table, day);
        }
        return day;
    }

    /// <summary>Writes the rows of a copy back over what is there. Rows that the copy lacks stay.</summary>
    /// <param name="request">A day, or a day and the names of tables: <c>2026-01-31 corrections</c>.</param>
    /// <param name="cancellationToken">Stops the writing, perhaps in the middle; doing it again completes it.</param>
    /// <exception cref="ArgumentException">The request names no day, or a table that is not one.</exception>
    /// <exception cref="Azure.RequestFailedException">404: there is no copy of that day.</exception>
    public async Task RestoreAsync(string request, CancellationToken cancellationToken)
    {
        var words = request.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || !DateOnly.TryParseExact(words[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            throw new ArgumentException("Name the day of the backup as YYYY-MM-DD, and after it, where not all are wanted, tables.", nameof(request));
        IReadOnlyList<string> tables = words.Length > 1 ? words[1..] : StorageSetup.Tables;
        if (tables.FirstOrDefault(t => !StorageSetup.Tables.Contains(t, StringComparer.Ordinal)) is { } unknown)
            throw new ArgumentException($"There is no table '{unknown}'; there are {string.Join(", ", StorageSetup.Tables)}.", nameof(request));
        foreach (var table in tables) await RestoreAsync(words[0], table, cancellationToken);
        // What a full rebuild had reached when the copy was made, or has reached since, is not true of these rows.
        await new DirtySeriesTable(storage).DropProgressAsync(cancellationToken);
    }

    async Task RestoreAsync(string day, string table, CancellationToken cancellationToken)
    {
        var rows = 0;
        await using var blob = await storage.Blobs.GetBlobContainerClient(StorageNames.Backups).GetBlobClient($"{day}/{table}.ndjson").OpenReadAsync(cancellationToken: cancellationToken);
        using var reader = new StreamReader(blob, Encoding.UTF8);
        var chunk = new List<TableTransactionAction>(Chunk);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            chunk.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, EntityLine.Read(line)));
            if (chunk.Count == Chunk) await FlushAsync();
        }
        await FlushAsync();
        LogRestored(rows, table, day);

        async Task FlushAsync()
        {
            await EntityBatches.SubmitAsync(storage.Tables.GetTableClient(table), chunk, cancellationToken);
            rows += chunk.Count;
            chunk.Clear();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Rows} rows of {Table} were saved under {Day}.")]
    partial void LogSaved(int rows, string table, string day);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Rows} rows of {Table} were brought back from {Day}.")]
    partial void LogRestored(int rows, string table, string day);
}
