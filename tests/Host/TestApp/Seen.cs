using System.Globalization;

namespace ServerlessIct.Local.Host.TestApp;

/// <summary>What the functions saw, line by line in the file that the setting Seen names: tests read it, of whichever process wrote it.</summary>
static class Seen
{
    static readonly Lock Gate = new();

    /// <summary>Writes a line of these words.</summary>
    public static void Add(params IEnumerable<object?> words)
    {
        if (Environment.GetEnvironmentVariable("Seen") is not { } file) return;
        var line = string.Join(' ', words.Select(w => Convert.ToString(w, CultureInfo.InvariantCulture))) + "\n";
        lock (Gate) File.AppendAllText(file, line);
    }

    /// <summary>Waits until it is cancelled, and writes both down.</summary>
    public static async Task UntilCancelledAsync(string what, CancellationToken cancelled)
    {
        Add(what, "began");
        try
        {
            await Task.Delay(TimeSpan.FromMinutes(10), cancelled);
        }
        finally
        {
            Add(what, "cancelled");
        }
    }

    /// <summary>Takes long, and does not listen to its cancellation.</summary>
    public static async Task StubbornlyAsync(string what)
    {
        Add(what, "began");
        await Task.Delay(TimeSpan.FromMinutes(10), CancellationToken.None);
    }
}
