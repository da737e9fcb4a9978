using Azure;

namespace ServerlessIct.App.Storage;

/// <summary>Marks a series as dirty: it was touched since it was last built; a later touch changes the ETag.</summary>
/// <param name="Key">The series.</param>
/// <param name="ETag">The version of the mark that was read.</param>
public readonly record struct DirtyMark(SeriesKey Key, ETag ETag);
