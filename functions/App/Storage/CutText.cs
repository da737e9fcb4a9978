namespace ServerlessIct.App.Storage;

/// <summary>Cuts texts to what is kept of them.</summary>
static class CutText
{
    /// <summary>The text, or of a longer one its beginning: at most so many UTF-16 units, without half a surrogate pair at the end.</summary>
    public static string To(int longest, string text) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
}
