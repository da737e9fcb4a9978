namespace ServerlessIct.Documents;

/// <summary>The formats that are read.</summary>
public enum DocumentFormat
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>An HTML page.</summary>
    Html,
}
