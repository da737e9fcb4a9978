namespace ServerlessIct.App.Api;

/// <summary>A request cannot be answered as asked; the answer is the problem.</summary>
public sealed class ProblemException(ProblemAnswer problem, Exception? cause = null) : Exception(problem.Detail, cause)
{
    /// <summary>What is answered.</summary>
    public ProblemAnswer Problem { get; } = problem;
}
