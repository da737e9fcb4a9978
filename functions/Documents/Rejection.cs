namespace ServerlessIct.Documents;

/// <summary>A file that was not read, and why.</summary>
/// <param name="Code">The reason as a code.</param>
/// <param name="Reason">The reason for a person: what is wrong, where, and what to do.</param>
public sealed record Rejection(RejectionCode Code, string Reason) : ReadResult;
