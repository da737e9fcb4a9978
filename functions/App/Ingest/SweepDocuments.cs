using Microsoft.Azure.Functions.Worker;

namespace ServerlessIct.App.Ingest;

/// <summary>Runs every few minutes (the setting <c>SweepSchedule</c>).</summary>
public sealed class SweepDocuments(DocumentSweep sweep)
{
    /// <summary>Takes up what no event announced and what a crash broke off.</summary>
    [Function(nameof(SweepDocuments))]
    public Task Run([TimerTrigger("%SweepSchedule%")] TimerInfo timer, CancellationToken cancellationToken) => sweep.RunAsync(cancellationToken);
}
