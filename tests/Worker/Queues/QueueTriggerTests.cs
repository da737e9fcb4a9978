using System.Globalization;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.Local.Worker.Tests.Support;

namespace ServerlessIct.Local.Worker.Tests.Queues;

public sealed class QueueTriggerTests(AzuriteFixture azurite)
{
    public sealed record Poisoned(string FunctionId, string BlobName);

    public sealed class AsText(Seen seen)
    {
        [Function("AsText")]
        public void Run([QueueTrigger("%Queue%")] string message, string id, long dequeueCount, DateTimeOffset insertionTime, string queueTrigger, FunctionContext context) =>
            seen.Add($"{message}|{id.Length.ToString(CultureInfo.InvariantCulture)}|{dequeueCount.ToString(CultureInfo.InvariantCulture)}|{(insertionTime > DateTimeOffset.UnixEpoch ? "now" : "never")}|{queueTrigger}|{context.BindingContext.BindingData["Id"]?.Equals(id)}");
    }

    public sealed class AsMessage(Seen seen)
    {
        [Function("AsMessage")]
        public void Run([QueueTrigger("%Queue%")] QueueMessage message) => seen.Add(message.Body.ToString());
    }

    public sealed class AsBytes(Seen seen)
    {
        [Function("AsBytes")]
        public void Run([QueueTrigger("%Queue%")] byte[] message) => seen.Add(System.Text.Encoding.UTF8.GetString(message));
    }

    public sealed class AsBinaryData(Seen seen)
    {
        [Function("AsBinaryData")]
        public void Run([QueueTrigger("%Queue%")] BinaryData message) => seen.Add(message.ToString());
    }

    public sealed class AsJson(Seen seen)
    {
        [Function("AsJson")]
        public void Run([QueueTrigger("%Queue%")] Poisoned message) => seen.Add($"{message.FunctionId} {message.BlobName}");
    }

    public sealed class Failing(Seen seen)
    {
        [Function("Failing")]
        public void Run([QueueTrigger("%Queue%")] string message, long dequeueCount)
        {
            seen.Add(string.Create(CultureInfo.InvariantCulture, $"{message} {dequeueCount}"));
            throw new InvalidOperationException("Not this one.");
        }
    }

    public sealed class Slow(Seen seen)
    {
        [Function("Slow")]
        public async Task RunAsync([QueueTrigger("%Queue%")] string message, CancellationToken cancellation)
        {
            seen.Add("began " + message);
            await Task.Delay(TimeSpan.FromSeconds(4), cancellation);
            seen.Add("ended " + message);
        }
    }

    [Theory]
    [InlineData(typeof(AsText), "xin chào", "xin chào|36|1|now|xin chào|True")]
    [InlineData(typeof(AsMessage), "xin chào \"😀\"", "xin chào \"😀\"")]
    [InlineData(typeof(AsBytes), "xin chào", "xin chào")]
    [InlineData(typeof(AsBinaryData), "xin chào", "xin chào")]
    [InlineData(typeof(AsJson), """{ "functionId": "Host.Functions.X", "BlobName": "a/b c.txt", "More": [1] }""", "Host.Functions.X a/b c.txt")]
    public async Task A_message_is_bound_to_the_type_of_the_parameter(Type function, string message, string expected)
    {
        var queue = await azurite.NewQueueAsync();
        var application = new TestApplication(function).On(azurite).With(("Queue", queue.Name));
        await using var host = await TestHost.StartAsync(application);

        await queue.SendMessageAsync(message);

        (await application.Seen.NextAsync()).ShouldBe(expected);
        await Eventually.IsTrueAsync(async () => (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount == 0, "an empty queue");
    }

    [Fact]
    public async Task A_message_that_always_fails_goes_to_the_poison_queue_and_wakes_who_listens_there()
    {
        var queue = await azurite.NewQueueAsync();
        var application = new TestApplication(typeof(Failing)) { HostJson = """{ "extensions": { "queues": { "maxDequeueCount": 3 } } }""" }
            .On(azurite).With(("Queue", queue.Name));
        await using var host = await TestHost.StartAsync(application);
        await using var poisonHost = await TestHost.StartAsync(new TestApplication(typeof(AsMessage)) { Seen = application.Seen }.On(azurite).With(("Queue", queue.Name + "-poison")));

        await queue.SendMessageAsync("bad");

        (await application.Seen.NextAsync(4)).ShouldBe(["bad 1", "bad 2", "bad 3", "bad"]);
    }

    [Fact]
    public async Task A_message_that_is_not_base64_is_set_aside_and_does_not_stop_the_others()
    {
        var queue = await azurite.NewQueueAsync();
        var application = new TestApplication(typeof(AsMessage)).On(azurite).With(("Queue", queue.Name));
        var raw = new QueueServiceClient(azurite.ConnectionString);
        await raw.GetQueueClient(queue.Name).SendMessageAsync("<not base64>");
        await queue.SendMessageAsync("good");
        await using var host = await TestHost.StartAsync(application);

        (await application.Seen.NextAsync()).ShouldBe("good");
        var poison = raw.GetQueueClient(queue.Name + "-poison");
        await Eventually.IsTrueAsync(async () => await poison.ExistsAsync() && (await poison.PeekMessageAsync()).Value?.Body.ToString() == "<not base64>", "the message in the poison queue");
    }

    [Fact]
    public async Task Messages_are_not_base64_where_host_json_says_so()
    {
        var queue = await azurite.NewQueueAsync();
        var application = new TestApplication(typeof(AsMessage)) { HostJson = """{ "extensions": { "queues": { "messageEncoding": "none" } } }""" }
            .On(azurite).With(("Queue", queue.Name));
        await using var host = await TestHost.StartAsync(application);

        await new QueueServiceClient(azurite.ConnectionString).GetQueueClient(queue.Name).SendMessageAsync("<plain>");

        (await application.Seen.NextAsync()).ShouldBe("<plain>");
    }

    [Fact]
    public async Task Work_that_takes_longer_than_a_message_is_invisible_is_not_done_twice()
    {
        var queue = await azurite.NewQueueAsync();
        var application = new TestApplication(typeof(Slow)).On(azurite).With(("Queue", queue.Name), ("LocalWorker:MessageVisibility", "00:00:01"));
        await using var host = await TestHost.StartAsync(application);

        await queue.SendMessageAsync("a");

        (await application.Seen.NextAsync(2)).ShouldBe(["began a", "ended a"]);
        await Eventually.IsTrueAsync(async () => (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount == 0, "an empty queue");
        application.Seen.Rest().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_queue_that_is_made_later_is_listened_to()
    {
        var queue = azurite.Queues.GetQueueClient(TestHost.NewName("q"));
        var application = new TestApplication(typeof(AsMessage)) { HostJson = """{ "extensions": { "queues": { "maxPollingInterval": "00:00:00.2" } } }""" }
            .On(azurite).With(("Queue", queue.Name));
        await using var host = await TestHost.StartAsync(application);

        await queue.CreateAsync();
        await queue.SendMessageAsync("late");

        (await application.Seen.NextAsync()).ShouldBe("late");
    }
}
