using Azure;

namespace ServerlessIct.App.Storage;

/// <summary>A mark that a series was touched; a later touch changes the ETag.</summary>
/// <param name="Key">The series.</param>
/// <param name="ETag">The version of the mark that was read.</param>
public readonly record struct WorkMark(WorkKey Key, ETag ETag);
