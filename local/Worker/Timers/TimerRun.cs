using Microsoft.Azure.Functions.Worker;
using ServerlessIct.Local.Worker.Hosting;

namespace ServerlessIct.Local.Worker.Timers;

/// <summary>One due run of a timer, with its retries.</summary>
sealed class TimerRun(FunctionRunner runner, TimeProvider clock)
{
    /// <summary>Ends when the function succeeded or its retries are used up; the last exception then ends it.</summary>
    public async Task RunAsync(FunctionDescriptor function, TimerInfo info, CancellationToken cancellation)
    {
        var most = TimerRetries.Most(function.Retry);
        for (var retry = 0; ; retry++)
        {
            try
            {
                await runner.RunAsync(function, new TriggerEvent(info, TriggerEvent.NoData, info.IsPastDue ? "past due" : null, retry, most), cancellation);
                return;
            }
            catch (Exception) when (!cancellation.IsCancellationRequested && function.Retry is not null && (most < 0 || retry < most))
            {
                await Task.Delay(TimerRetries.PauseBefore(retry + 1, function.Retry), clock, cancellation);
            }
        }
    }
}
