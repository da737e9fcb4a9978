using ServerlessIct.Local.Host.Tests.Support;

namespace ServerlessIct.Local.Host.Tests.Triggers;

[Collection(nameof(TriggerHost))]
public sealed class QueueTests(AzuriteFixture azurite, TriggerHost shared)
{
    string Queue(string name) => $"{shared.Host.Settings["Queue"]}-{name}";

    [Fact]
    public async Task A_message_reaches_the_function_as_text_with_what_the_queue_knows_of_it()
    {
        await azurite.SendAsync(Queue("text"), "Sóc Trăng");

        await shared.Host.SeesAsync("text Sóc Trăng 1 00:00:00 Sóc Trăng");
        await Eventually.IsTrueAsync(async () => (await azurite.Queues.GetQueueClient(Queue("text")).GetPropertiesAsync()).Value.ApproximateMessagesCount == 0, () => "the message is deleted");
    }

    [Fact]
    public async Task A_message_reaches_the_function_as_the_storage_client_s_own_type_and_by_a_named_connection()
    {
        await azurite.SendAsync(Queue("message"), "{\"province\":\"Cà Mau\"}");

        await shared.Host.SeesAsync("message {\"province\":\"Cà Mau\"} 1");
    }

    [Fact]
    public async Task A_message_that_always_fails_is_tried_as_often_as_host_json_says_and_then_poisoned()
    {
        await azurite.SendAsync(Queue("failing"), "bad");

        await shared.Host.SeesAsync("poisoned bad");
        shared.Host.Seen.Where(l => l.StartsWith("failing", StringComparison.Ordinal)).ShouldBe(["failing bad 1", "failing bad 2"]);
        await shared.Host.LogsAsync("The function Failing failed: System.InvalidOperationException Never done.");
    }
}
