namespace ServerlessIct.App.Api;

/// <summary>An error (RFC 9457). Members that do not apply are absent.</summary>
public sealed record ProblemAnswer
{
    /// <summary>What sort of error it is: an address that stays the same.</summary>
    public string Type { get; init; } = "about:blank";

    /// <summary>What sort of error it is, in words; the same for all of its sort.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status, 400 to 599.</summary>
    public required int Status { get; init; }

    /// <summary>What happened here and what to do.</summary>
    public required string Detail { get; init; }

    /// <summary>The name of the parameter, header or member that is wrong.</summary>
    public string? Parameter { get; init; }

    /// <summary>What was given for it, shortened to 200 characters.</summary>
    public string? Value { get; init; }

    /// <summary>What is allowed: in words, or a number.</summary>
    public object? Allowed { get; init; }

    /// <summary>The allowed value most like the given one; absent where none is like it.</summary>
    public string? Nearest { get; init; }

    /// <summary>How much was asked for, where that is too much; <see cref="Allowed"/> is in the same unit.</summary>
    public long? Asked { get; init; }

    /// <summary>The status of the document, where that is why.</summary>
    public Storage.DocumentStatus? DocumentStatus { get; init; }
}

/// <summary>A request cannot be answered as asked; the answer is the problem.</summary>
public sealed class ProblemException(ProblemAnswer problem, Exception? cause = null) : Exception(problem.Detail, cause)
{
    /// <summary>What is answered.</summary>
    public ProblemAnswer Problem { get; } = problem;
}
