using NCrontab;

namespace ServerlessIct.Local.Worker.Timers;

/// <summary>The times of an NCRONTAB expression, in UTC. Six fields, or five without seconds, as the real host takes them.</summary>
sealed class TimerSchedule
{
    /// <summary>Schedules this dense are not kept in storage, as in the real host.</summary>
    static readonly TimeSpan LeastMonitored = TimeSpan.FromMinutes(1);

    readonly CrontabSchedule _cron;

    TimerSchedule(CrontabSchedule cron) => _cron = cron;

    public static TimerSchedule? Parse(string text, Action<string> problem)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length;
        var cron = fields is 5 or 6
            ? CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = fields == 6 })
            : null;
        if (cron is null)
        {
            problem($"'{text}' is not a schedule; an NCRONTAB expression has six fields: second minute hour day month day-of-week, like '0 30 2 * * *' for 02:30 UTC.");
            return null;
        }

        if (cron.GetNextOccurrence(DateTime.UnixEpoch) == DateTime.MaxValue)
        {
            problem($"'{text}' never comes: no date fits it.");
            return null;
        }

        return new TimerSchedule(cron);
    }

    /// <summary>The first time after this one.</summary>
    public DateTime NextAfter(DateTime utc) => DateTime.SpecifyKind(_cron.GetNextOccurrence(utc), DateTimeKind.Utc);

    /// <summary>Whether the next occurrences are at least a minute apart.</summary>
    public bool IsSparse(DateTime utc)
    {
        var time = NextAfter(utc);
        for (var i = 0; i < 5; i++)
        {
            var next = NextAfter(time);
            if (next - time < LeastMonitored)
                return false;
            time = next;
        }

        return true;
    }
}
