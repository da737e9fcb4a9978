namespace ServerlessIct.Azure.Tests.Scale;

/// <summary>What one document takes of each service, and its price.</summary>
sealed record DocumentCost(Prices Prices, LoadShape Shape)
{
    /// <summary>An execution is billed for a second at least.</summary>
    public decimal BilledSeconds => Math.Max(1, (decimal)(Shape.ReadingSeconds + 10 * Shape.RequestSeconds));

    /// <summary>Memory of an instance in GB, shared by the documents that it reads at a time.</summary>
    public decimal Gigabytes => 2.048m / 8;

    /// <summary>Manifest read and written twice; a transaction of rows and of marks, and one to remove stale rows.</summary>
    public int TableTransactions => 3 + (Shape.Observations + 99) / 100 + 2;

    /// <summary>The upload, and the text.</summary>
    public int BlobWrites => 2;

    /// <summary>Properties twice, content, a delete of what may be there (free), a listing's share.</summary>
    public int BlobReads => 4;

    /// <summary>Put, get, delete, and polls of the queue.</summary>
    public int QueueOperations => 6;

    /// <summary>Spans, log lines and counters in bytes.</summary>
    public decimal TelemetryBytes => 6_000;

    /// <summary>Bytes kept: the report and its text; 1.2 KB a row.</summary>
    public (decimal Blob, decimal Table) KeptBytes => (40_000 + 6_000, 1_200m * (Shape.Observations + 1));

    /// <summary>Dollars for a thousand documents, by service; keeping is for a year.</summary>
    public IReadOnlyList<(string Service, string Takes, decimal Dollars)> Thousand =>
    [
        ("Flex Consumption", FormattableString.Invariant($"{BilledSeconds:0.#} s × {Gigabytes:0.###} GB, 1 execution"), 1_000 * (BilledSeconds * Gigabytes * Prices.FlexGigabyteSecond + Prices.FlexMillionExecutions / 1_000_000)),
        ("Tables", FormattableString.Invariant($"{TableTransactions} transactions"), 1_000 * TableTransactions * Prices.TableTenThousandTransactions / 10_000),
        ("Blobs", FormattableString.Invariant($"{BlobWrites} writes, {BlobReads} reads"), 1_000 * (BlobWrites * Prices.BlobTenThousandWrites + BlobReads * Prices.BlobTenThousandReads) / 10_000),
        ("Queue", FormattableString.Invariant($"{QueueOperations} operations"), 1_000 * QueueOperations * Prices.QueueTenThousandOperations / 10_000),
        ("Event Grid", "2 operations", 1_000 * 2 * Prices.EventGridMillionOperations / 1_000_000),
        ("Telemetry", FormattableString.Invariant($"{TelemetryBytes / 1_000:0.#} KB"), 1_000 * TelemetryBytes / 1_000_000_000 * Prices.LogGigabyte),
        ("Keeping it for a year", FormattableString.Invariant($"{(KeptBytes.Blob + KeptBytes.Table) / 1_000:0} KB"), 1_000 * 12 * (KeptBytes.Blob * Prices.BlobGigabyteMonth + KeptBytes.Table * Prices.TableGigabyteMonth) / 1_000_000_000),
    ];

    public decimal Total => Thousand.Sum(t => t.Dollars);
}
