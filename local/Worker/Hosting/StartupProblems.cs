namespace ServerlessIct.Local.Worker.Hosting;

/// <summary>The mistakes found in functions and settings, so that all of them are told at once.</summary>
sealed class StartupProblems
{
    readonly List<string> _sentences = [];

    public IReadOnlyList<string> Sentences => _sentences;

    public void Add(string sentence) => _sentences.Add(sentence);

    /// <summary>A problem of one function, or of one of its parameters.</summary>
    public void Add(string function, string? parameter, string sentence) =>
        Add(parameter is null ? $"Function '{function}': {sentence}" : $"Function '{function}', parameter '{parameter}': {sentence}");

    public void ThrowIfAny()
    {
        if (_sentences.Count > 0)
            throw new StartupException(_sentences);
    }
}
