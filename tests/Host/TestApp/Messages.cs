using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace ServerlessIct.Local.Host.TestApp;

/// <summary>What a message of a queue can do.</summary>
sealed class Messages
{
    [Function("Text")]
    public static void Text([QueueTrigger("%Queue%-text")] string message, long dequeueCount, DateTimeOffset insertionTime, string queueTrigger) =>
        Seen.Add("text", message, dequeueCount, insertionTime.Offset, queueTrigger);

    [Function("Message")]
    public static void Message([QueueTrigger("%Queue%-message", Connection = "Storage")] QueueMessage message) => Seen.Add("message", message.Body, message.DequeueCount);

    [Function("Failing")]
    public static void Failing([QueueTrigger("%Queue%-failing")] string message, long dequeueCount)
    {
        Seen.Add("failing", message, dequeueCount);
        throw new InvalidOperationException("Never done.");
    }

    [Function("Poisoned")]
    public static void Poisoned([QueueTrigger("%Queue%-failing-poison")] string message) => Seen.Add("poisoned", message);

    /// <summary>Ends its process at the first try.</summary>
    [Function("Deadly")]
    public static void Deadly([QueueTrigger("%Queue%-deadly")] string message, long dequeueCount)
    {
        Seen.Add("deadly", message, dequeueCount);
        if (dequeueCount == 1) Environment.Exit(4);
    }

    [Function("PatientMessage")]
    public static Task PatientAsync([QueueTrigger("%Queue%-patient")] string message, CancellationToken cancelled) => Seen.UntilCancelledAsync(message, cancelled);

    [Function("StubbornMessage")]
    public static Task StubbornAsync([QueueTrigger("%Queue%-stubborn")] string message) => Seen.StubbornlyAsync(message);
}
