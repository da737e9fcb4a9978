using System.Globalization;
using Azure;
using Microsoft.Extensions.Configuration;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Rebuild;

/// <summary>
/// One run of a full rebuild: from the province that the last run reached to the end, or until its time is up. What is noted is in this order:
/// rows, version of the content, what became of corrections, marks, progress. A crash between two of them has the provinces since the last
/// progress built again, from observations read later. Where the rebuild is begun anew, progress that is found is of one that came to its end, but
/// was broken off before it could forget it.
/// </summary>
sealed class FullRebuildRun(
    ObservationTable observations, SeriesTable series, DirtySeriesTable dirtySeries, CorrectionTable corrections, ContentVersion version, RebuildLimits limits, TimeProvider time,
    bool anew)
{
    /// <summary>What was begun longer ago is not gone on with: whoever asks for a rebuild then means all of it.</summary>
    static readonly TimeSpan Lifetime = TimeSpan.FromDays(3);

    bool beginsAnew = anew;

    /// <summary>Does the work.</summary>
    /// <param name="until">When it stops between two provinces.</param>
    /// <param name="built">Is told of every series.</param>
    /// <param name="cancellationToken">Stops the work, perhaps in the middle.</param>
    /// <returns>How many observations the whole rebuild has read; null where it has not come to its end.</returns>
    /// <exception cref="RequestFailedException">409 or 412: another run is at the same work; begun again, this one goes on from where that is.</exception>
    public async Task<int?> RunAsync(DateTimeOffset until, Action<BuiltSeries> built, CancellationToken cancellationToken)
    {
        var begun = await BeginAsync(cancellationToken);
        var marks = await dirtySeries.ReadMarksAsync(cancellationToken);
        var (known, before) = await corrections.AllAsync(cancellationToken);
        var statuses = new CorrectionStatuses(known, before);
        var full = await ReadAsync(begun.Province, new SeriesAssembler(statuses.Set), cancellationToken);
        var (noted, notedAt) = (begun, time.GetUtcNow());
        await foreach (var province in full.BuildAsync(
            one =>
            {
                statuses.Note(one.Outcomes);
                built(one);
            },
            cancellationToken))
        {
            var now = time.GetUtcNow();
            if (now < until && now - notedAt < limits.NotedAfter && full.Changes < limits.NotedAfterChanges) continue;
            await full.FlushAsync(cancellationToken);
            await version.RenewAsync(cancellationToken);
            await statuses.SaveNotedAsync(corrections, cancellationToken);
            await dirtySeries.DoneAsync(marks.Where(m => IsBetween(m.Key.Province, noted.Province, province)), cancellationToken);
            try
            {
                noted = await dirtySeries.SaveProgressAsync(noted with { Province = province, Observations = begun.Observations + full.Observations }, cancellationToken);
            }
            catch (RequestFailedException e) when (e.Status == 404)
            {
                // Another run at the same work has come to its end.
                return (await dirtySeries.StateAsync(cancellationToken)).Observations;
            }
            notedAt = now;
            if (now >= until) return null;
        }
        await full.FinishAsync(cancellationToken);
        await version.RenewAsync(cancellationToken);
        await dirtySeries.DoneAsync(marks.Where(m => IsBetween(m.Key.Province, noted.Province, null)), cancellationToken);
        await EndAsync(await statuses.SaveAsync(corrections, cancellationToken), begun.Observations + full.Observations, cancellationToken);
        return begun.Observations + full.Observations;
    }

    async Task<RebuildProgress> BeginAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var left = await dirtySeries.ProgressAsync(cancellationToken);
        if (!beginsAnew && left is not null && left.Rules == SeriesAssembler.Rules && now - left.Begun < Lifetime) return left;
        // Begun again after a lost race, this run goes on.
        beginsAnew = false;
        return await dirtySeries.SaveProgressAsync(new RebuildProgress { Rules = SeriesAssembler.Rules, Begun = now, ETag = left?.ETag ?? default }, cancellationToken);
    }

    async Task<FullRebuild> ReadAsync(string? after, SeriesAssembler assembler, CancellationToken cancellationToken)
    {
        var figures = new RebuiltFigures();
        var stored = await series.AllStoredAsync(p => !IsBetween(p, after, null), after is null ? null : figures.Add, cancellationToken);
        return new FullRebuild(observations, series, assembler, stored, figures, after);
    }

    /// <summary>The state goes first: without it the next run would not know that all is done, and would begin anew.</summary>
    async Task EndAsync(int failedCorrections, int read, CancellationToken cancellationToken)
    {
        await dirtySeries.SaveStateAsync(
            new AggregationState { Ended = time.GetUtcNow(), Rules = SeriesAssembler.Rules, Observations = read, FailedCorrections = failedCorrections }, cancellationToken);
        await dirtySeries.DropProgressAsync(cancellationToken);
    }

    static bool IsBetween(string province, string? after, string? last) =>
        (after is null || RebuildOrder.Default.Compare(province, after) > 0) && (last is null || RebuildOrder.Default.Compare(province, last) <= 0);
}

/// <summary>How a full rebuild is cut into pieces.</summary>
/// <param name="RunTime">The setting <c>RebuildMinutes</c>: how long one call works; it then stops between two provinces and has a message go on.</param>
/// <param name="NotedAfter">After this time, between two provinces, what is made is written and the progress noted.</param>
/// <param name="NotedAfterChanges">Also after this many changes: fewer make transactions small.</param>
public sealed record RebuildLimits(TimeSpan RunTime, TimeSpan NotedAfter, int NotedAfterChanges)
{
    /// <summary>The name of the setting.</summary>
    public const string SettingName = "RebuildMinutes";

    /// <summary>Seven minutes of the ten that <c>functionTimeout</c> in host.json gives, half a minute, 8,000 changes.</summary>
    public static RebuildLimits Default { get; } = new(TimeSpan.FromMinutes(7), TimeSpan.FromSeconds(30), 8_000);

    /// <summary>The defaults with what the settings say instead.</summary>
    /// <exception cref="InvalidOperationException">The setting is out of its range.</exception>
    public static RebuildLimits From(IConfiguration settings)
    {
        const int most = 600;
        if (settings[SettingName] is not { Length: > 0 } text) return Default;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is >= 1 and <= most
            ? Default with { RunTime = TimeSpan.FromMinutes(minutes) }
            : throw new InvalidOperationException($"The setting {SettingName} is '{text}'; it must be a whole number of minutes from 1 to {most}.");
    }
}
