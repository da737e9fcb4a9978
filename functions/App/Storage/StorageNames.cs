namespace ServerlessIct.App.Storage;

/// <summary>What the containers, tables, queues and the connection are called.</summary>
public static class StorageNames
{
    /// <summary>The setting that names the storage account: a connection string, or the prefix of service addresses.</summary>
    public const string Connection = "Storage";

    /// <summary>The container into which users put documents.</summary>
    public const string Articles = "articles";

    /// <summary>The container of the texts that the spans of observations refer to.</summary>
    public const string Texts = "texts";

    /// <summary>The container of copies of documents that could not be read, each with the reason.</summary>
    public const string Rejected = "rejected";

    /// <summary>The table with one manifest a document.</summary>
    public const string Documents = "documents";

    /// <summary>The table of what is amiss with documents.</summary>
    public const string DocumentIssues = "documentissues";

    /// <summary>The table with one row an observation.</summary>
    public const string Observations = "observations";

    /// <summary>The table with one row a province, indicator, period and kind.</summary>
    public const string Series = "series";

    /// <summary>The table of series touched since they were last built.</summary>
    public const string DirtySeries = "work";

    /// <summary>The table of corrections made by request, and of what became of every correction.</summary>
    public const string Corrections = "corrections";

    /// <summary>The container of copies of tables.</summary>
    public const string Backups = "backups";

    /// <summary>Where a person asks that a copy of tables be brought back.</summary>
    public const string Restore = "restore-tables";

    /// <summary>Where a person asks that documents be read again: a message is the beginning of their names.</summary>
    public const string ReprocessAll = "reprocess-documents";

    /// <summary>The documents to be read again, a message each.</summary>
    public const string Reprocess = "reprocess-document";

    /// <summary>Where the host puts the message of a document that could not be read again too often.</summary>
    public const string ReprocessPoison = "reprocess-document-poison";

    /// <summary>A message has a full rebuild go on that stopped because its time was up.</summary>
    public const string ContinueRebuild = "continue-rebuild";

    /// <summary>Where the host puts the message of a blob that failed too often.</summary>
    public const string PoisonQueue = "webjobs-blobtrigger-poison";
}
