namespace ServerlessIct.Documents;

/// <summary>The ending of a file's name.</summary>
static class FileEnding
{
    const int Longest = 8;

    /// <summary>The letters and digits after the last dot, in lower case; empty where there is no such ending of at most eight.</summary>
    public static string Of(string name)
    {
        var dot = name.LastIndexOf('.');
        var ending = dot < 0 ? [] : name.AsSpan(dot + 1);
        if (ending.Length is 0 or > Longest)
            return "";
        foreach (var c in ending)
        {
            if (!char.IsAsciiLetterOrDigit(c))
                return "";
        }

        return ending.ToString().ToLowerInvariant();
    }
}
