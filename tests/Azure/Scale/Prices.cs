namespace ServerlessIct.Azure.Tests.Scale;

/// <summary>
/// Prices in US dollars, pay as you go, as listed for a cheap region; they differ by region and change. The pages under azure.microsoft.com/pricing
/// have those of the day; a change here renews docs/scale.md.
/// </summary>
sealed record Prices
{
    public decimal FlexGigabyteSecond { get; init; } = 0.000026m;

    public decimal FlexMillionExecutions { get; init; } = 0.40m;

    public decimal TableTenThousandTransactions { get; init; } = 0.00036m;

    public decimal TableGigabyteMonth { get; init; } = 0.045m;

    public decimal BlobTenThousandWrites { get; init; } = 0.065m;

    public decimal BlobTenThousandReads { get; init; } = 0.005m;

    public decimal BlobGigabyteMonth { get; init; } = 0.023m;

    public decimal QueueTenThousandOperations { get; init; } = 0.0004m;

    public decimal EventGridMillionOperations { get; init; } = 0.60m;

    public decimal LogGigabyte { get; init; } = 2.76m;
}
