namespace ServerlessIct.Azure.Tests.Scale;

/// <summary>A load on the tables, and the way keys spread it.</summary>
sealed record LoadShape
{
    /// <summary>Documents that arrive.</summary>
    public required int Documents { get; init; }

    /// <summary>Over how many seconds they arrive, evenly; 0 for all at once.</summary>
    public required double Seconds { get; init; }

    /// <summary>How many provinces they are of; 1 is the worst.</summary>
    public required int Provinces { get; init; }

    /// <summary>Into how many partitions the observations of a province are split; the keys of today have 1.</summary>
    public int PartitionsOfProvince { get; init; } = 1;

    /// <summary>Observations of a document. The labelled texts have 18 on average and 48 at most.</summary>
    public int Observations { get; init; } = 18;

    /// <summary>Series that a document touches. The labelled texts touch 5 on average.</summary>
    public int Series { get; init; } = 5;

    /// <summary>Documents read at a time: instances × maxDegreeOfParallelism of host.json.</summary>
    public int Workers { get; init; } = 40 * 8;

    /// <summary>Seconds that reading one takes before the first write.</summary>
    public double ReadingSeconds { get; init; } = 0.2;

    /// <summary>Seconds that a request to the tables takes.</summary>
    public double RequestSeconds { get; init; } = 0.02;
}
