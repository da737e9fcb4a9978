namespace ServerlessIct.Documents;

/// <summary>Why a file is not read. Stored by name, so a name once given stays.</summary>
public enum RejectionCode
{
    /// <summary>There is not one byte in it.</summary>
    Empty,

    /// <summary>There are bytes, but no visible text.</summary>
    NoText,

    /// <summary>More bytes than <see cref="DocumentLimits.MaxBytes"/>.</summary>
    TooLarge,

    /// <summary>More characters than <see cref="DocumentLimits.MaxCharacters"/>.</summary>
    TooMuchText,

    /// <summary>Markup nested deeper than <see cref="DocumentLimits.MaxMarkupDepth"/>.</summary>
    TooDeep,

    /// <summary>A picture, a program, an archive or other bytes that are no text.</summary>
    Binary,

    /// <summary>A document of a known format without a reader.</summary>
    NotReadYet,

    /// <summary>Text whose character encoding is none that is read.</summary>
    UnknownEncoding,

    /// <summary>Text typed in a font encoding of before Unicode, TCVN3 or VNI.</summary>
    LegacyFont,

    /// <summary>The source of a page, handed in as plain text.</summary>
    MarkupAsText,
}
