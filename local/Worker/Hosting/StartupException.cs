namespace ServerlessIct.Local.Worker.Hosting;

/// <summary>The application cannot start; the message has every reason.</summary>
sealed class StartupException(IReadOnlyList<string> problems)
    : InvalidOperationException("The functions cannot start:" + string.Concat(problems.Select(problem => "\n  - " + problem)))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
