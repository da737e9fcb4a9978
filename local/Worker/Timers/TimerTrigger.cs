using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.Local.Worker.Binding;

namespace ServerlessIct.Local.Worker.Timers;

/// <summary>A function at the times of a schedule.</summary>
sealed class TimerTrigger(TimerSchedule schedule, bool useMonitor, bool runOnStartup) : Trigger
{
    public TimerSchedule Schedule => schedule;

    public bool UseMonitor => useMonitor;

    public bool RunOnStartup => runOnStartup;

    public override string Kind => "timerTrigger";

    public override string ValueTypes => "TimerInfo";

    public override IReadOnlyCollection<string> DataNames => [];

    public override ParameterSource? ValueAs(Type type) =>
        type == typeof(TimerInfo) ? static i => new(i.TriggerValue) : null;

    public override ParameterSource? DataFor(ParameterInfo parameter) => null;
}
