using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ServerlessIct.Local.Host.TestApp;

/// <summary>What a timer can do.</summary>
sealed class Timers
{
    const string Yearly = "0 0 0 1 1 *";

    [Function("Ticking")]
    public static void Ticking([TimerTrigger("%Schedule%")] TimerInfo timer) => Seen.Add("tick", timer.IsPastDue);

    [Function("Yearly")]
    public static void RunYearly([TimerTrigger(Yearly)] TimerInfo timer, FunctionContext context)
    {
        Seen.Add("yearly", timer.IsPastDue);
        var chatty = context.InstanceServices.GetService(typeof(ILoggerFactory)) as ILoggerFactory;
        chatty!.CreateLogger("Chatty").LogWarning("Not to be seen.");
        chatty!.CreateLogger("Quiet").LogInformation("To be seen.");
    }

    [Function("Retried")]
    [FixedDelayRetry(2, "00:00:00.100")]
    public static void Retried([TimerTrigger(Yearly, RunOnStartup = true)] TimerInfo timer, FunctionContext context)
    {
        Seen.Add("retried", context.RetryContext?.RetryCount, "of", context.RetryContext?.MaxRetryCount);
        throw new InvalidOperationException("Again.");
    }
}
