using System.Diagnostics;
using System.Globalization;

namespace ServerlessIct.Local.Ict;

/// <summary>The sample reports of the repository, brought into a running app as a user would bring them.</summary>
static class Samples
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(300);

    /// <summary>Uploads them, waits until each is extracted or rejected, and has the deltas computed.</summary>
    /// <returns>False where one could not be uploaded or was not finished in time.</returns>
    public static async Task<bool> LoadAsync(AppClient api, Action<string> say, CancellationToken stop)
    {
        var reports = ReportFile.Under(Path.Combine(Repository.Root, "samples"), province: null).Where(report => report.Name.Contains('/', StringComparison.Ordinal)).ToList();
        say(string.Create(CultureInfo.InvariantCulture, $"Uploading {reports.Count} sample reports …"));
        foreach (var report in reports)
        {
            var answer = await api.PutAsync(report, stop);
            if (answer.IsSuccess) continue;
            say($"{report.Name}: {answer.Text}");
            return false;
        }

        var names = reports.Select(report => report.Name).ToHashSet(StringComparer.Ordinal);
        var complete = await WaitAsync(async () =>
        {
            var open = new HashSet<string>(names, StringComparer.Ordinal);
            await foreach (var document in api.DocumentsAsync(stop))
                if (document.IsFinished) open.Remove(document.Name);
            return open.Count == 0;
        }, stop);
        if (!complete) say("Not every sample was read in time; GET /api/v1/documents shows how far each has come.");

        await foreach (var document in api.DocumentsAsync(stop))
            if (names.Contains(document.Name)) say($"  {document.Status,-9}  {document.Name}{(document.Error is null ? "" : $": {document.Error}")}");

        await api.RunFunctionAsync("ComputeDeltas", stop);
        // The host answers before the run has ended.
        var computed = await WaitAsync(() => FirstAnswers.AreThereAsync(api, stop), stop);
        if (!computed) say("The series were not computed in time; the app's log says why.");
        return complete && computed;
    }

    static async Task<bool> WaitAsync(Func<Task<bool>> isDone, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        while (!await isDone())
        {
            if (clock.Elapsed > Limit) return false;
            await Task.Delay(Poll, stop);
        }
        return true;
    }
}
