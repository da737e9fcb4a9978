using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.Local.Worker.Timers;

namespace ServerlessIct.Local.Worker.Tests.Timers;

public sealed class TimerScheduleTests
{
    [Theory]
    [InlineData("0 30 2 * * *", "2026-11-22T02:29:59Z", "2026-11-22T02:30:00Z")]
    [InlineData("0 30 2 * * *", "2026-11-22T02:30:00Z", "2026-11-23T02:30:00Z")]
    [InlineData("30 2 * * *", "2026-11-22T02:30:00Z", "2026-11-23T02:30:00Z")]
    [InlineData("*/15 * * * * *", "2026-11-22T23:59:45Z", "2026-11-23T00:00:00Z")]
    [InlineData("0 0 0 29 2 *", "2026-11-22T00:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("0 0 9 * * MON", "2026-11-22T00:00:00Z", "2026-11-23T09:00:00Z")]
    [InlineData("0 0 9-17/4 * JAN *", "2026-11-22T00:00:00Z", "2027-01-01T09:00:00Z")]
    public void The_next_time_follows_the_expression(string text, string after, string next) =>
        Parsed(text).NextAfter(Utc(after)).ShouldBe(Utc(next));

    [Theory]
    [InlineData("")]
    [InlineData("* * * *")]
    [InlineData("* * * * * * *")]
    [InlineData("0 61 * * * *")]
    [InlineData("00:30:00")]
    [InlineData("0 0 9 * * NOD")]
    public void What_is_no_schedule_is_told(string text)
    {
        var problems = new List<string>();
        TimerSchedule.Parse(text, problems.Add).ShouldBeNull();
        problems.ShouldHaveSingleItem().ShouldStartWith($"'{text}' is not a schedule");
    }

    [Theory]
    [InlineData("*/30 * * * * *", false)]
    [InlineData("0 * * * * *", true)]
    [InlineData("0,30 0 0 * * *", false)]
    [InlineData("0 0 3 * * *", true)]
    public void A_schedule_within_a_minute_is_not_kept(string text, bool kept) =>
        Parsed(text).IsSparse(Utc("2026-11-22T00:00:00Z")).ShouldBe(kept);

    [Theory]
    [InlineData(1, "00:00:02")]
    [InlineData(2, "00:00:04")]
    [InlineData(3, "00:00:08")]
    [InlineData(4, "00:00:10")]
    [InlineData(1000, "00:00:10")]
    public void A_growing_pause_doubles_up_to_its_bound(int number, string pause) =>
        TimerRetries.PauseBefore(number, new ExponentialBackoffRetryAttribute(5, "00:00:02", "00:00:10")).ToString("c", CultureInfo.InvariantCulture).ShouldBe(pause);

    [Theory]
    [InlineData("soon", "00:00:01")]
    [InlineData("-00:00:01", "00:00:01")]
    [InlineData("00:00:02", "00:00:01")]
    public void A_pause_that_makes_no_sense_is_refused(string least, string most) =>
        Should.Throw<ArgumentException>(() => new ExponentialBackoffRetryAttribute(1, least, most));

    static TimerSchedule Parsed(string text) => TimerSchedule.Parse(text, problem => throw new InvalidOperationException(problem)).ShouldNotBeNull();

    static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
}
