namespace ServerlessIct.App.Storage;

/// <summary>How far a document has come.</summary>
public enum DocumentStatus
{
    /// <summary>It was put in, or put in anew, and waits to be read.</summary>
    Uploaded,

    /// <summary>Work on it has begun; its rows may be incomplete.</summary>
    Received,

    /// <summary>Its observations are stored.</summary>
    Extracted,

    /// <summary>It cannot be read; the error says why.</summary>
    Rejected,

    /// <summary>Storing it failed too often, or the program has a fault; the error says what is known.</summary>
    Failed,
}
