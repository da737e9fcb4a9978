using System.Diagnostics;

namespace ServerlessIct.Local.Worker.Tests.Support;

public static class Eventually
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Waits until something is so.</summary>
    public static async Task IsTrueAsync(Func<Task<bool>> condition, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > Patience)
                throw new TimeoutException($"It did not come to this: {what}.");
            await Task.Delay(50);
        }
    }
}
