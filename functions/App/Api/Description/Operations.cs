namespace ServerlessIct.App.Api.Description;

/// <summary>Every request that the API understands.</summary>
public static class Operations
{
    /// <summary>In the order of the description.</summary>
    public static IReadOnlyList<Operation> All { get; } =
    [
        SeriesOperations.Data, SeriesOperations.DataCsv, SeriesOperations.Deltas, SeriesOperations.Observations,
        AnalysisOperations.Rankings, AnalysisOperations.National, AnalysisOperations.Growth, AnalysisOperations.Quality,
        AnalysisOperations.Corrections, AnalysisOperations.PutCorrection, AnalysisOperations.DeleteCorrection,
        CatalogueOperations.Indicators, CatalogueOperations.Provinces,
        DocumentOperations.List, DocumentOperations.Get, DocumentOperations.Text, DocumentOperations.Original, DocumentOperations.Put, DocumentOperations.Delete,
        DocumentOperations.Reprocess,
        CatalogueOperations.Export, CatalogueOperations.Health, CatalogueOperations.Live, CatalogueOperations.OpenApi,
    ];
}
