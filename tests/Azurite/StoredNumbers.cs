using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace ServerlessIct.Local.Azurite.Tests;

/// <summary>Numbers kept three times in a storage: as rows, as blobs and as messages.</summary>
sealed class StoredNumbers(string connection)
{
    readonly TableClient _table = new(connection, "numbers");
    readonly BlobContainerClient _container = new(connection, "numbers");
    readonly QueueClient _queue = new(connection, "numbers");

    public async Task CreateAsync()
    {
        await _table.CreateAsync();
        await _container.CreateAsync();
        await _queue.CreateAsync();
    }

    public async Task AddAsync(params IEnumerable<int> numbers)
    {
        foreach (var number in numbers)
        {
            var text = number.ToString(CultureInfo.InvariantCulture);
            await _table.AddEntityAsync(new TableEntity("Sóc Trăng", text));
            await _container.UploadBlobAsync("Sóc Trăng/" + text, BinaryData.FromString(text));
            await _queue.SendMessageAsync(text);
        }
    }

    /// <summary>What is there, in order: rows, contents of blobs, messages; the messages stay.</summary>
    public async Task<(int[] Rows, int[] Blobs, int[] Messages)> ReadAsync()
    {
        var rows = await _table.QueryAsync<TableEntity>().Select(row => Number(row.RowKey)).ToListAsync();
        var blobs = new List<int>();
        await foreach (var blob in _container.GetBlobsAsync())
            blobs.Add(Number((await _container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString()));
        var messages = (await _queue.PeekMessagesAsync(32)).Value.Select(message => Number(message.Body.ToString()));
        return ([.. rows.Order()], [.. blobs.Order()], [.. messages.Order()]);
    }

    public async Task ShouldBeAsync(params int[] expected)
    {
        var (rows, blobs, messages) = await ReadAsync();
        rows.ShouldBe(expected, "rows");
        blobs.ShouldBe(expected, "blobs");
        messages.ShouldBe(expected, "messages");
    }

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
