namespace ServerlessIct.Azure.Tests.Scale;

/// <summary>What became of a load.</summary>
/// <param name="Stored">Documents whose rows were written.</param>
/// <param name="Poisoned">Documents that were given up.</param>
/// <param name="Seconds">From the first arrival to the last document.</param>
/// <param name="Refused">Requests that the tables refused with 503.</param>
/// <param name="Requests">All requests.</param>
/// <param name="Latency">Seconds from arrival to rows, of the 99th of 100 documents.</param>
sealed record LoadResult(int Stored, int Poisoned, double Seconds, long Refused, long Requests, double Latency)
{
    public double PerSecond => Stored / Math.Max(Seconds, 1e-9);

    public double RefusedShare => (double)Refused / Math.Max(1, Requests);
}
