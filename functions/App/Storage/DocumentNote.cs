using ServerlessIct.Indicators;

namespace ServerlessIct.App.Storage;

/// <summary>Something that a document says and that was not believed, for instance a year mistyped.</summary>
/// <param name="Message">What was done, and why.</param>
/// <param name="Start">Where in the text it is said: the first character, in UTF-16 units from 0.</param>
/// <param name="End">The character behind the last.</param>
/// <param name="Text">The words of the text; of long ones the beginning.</param>
public sealed record DocumentNote(string Message, int Start, int End, string Text)
{
    /// <summary>So many notes are kept with a document, the first ones of its text; fewer where they do not fit its manifest.</summary>
    public const int Most = 20;

    const int LongestMessage = 500, LongestText = 200;

    /// <summary>The notes of a reading that are kept.</summary>
    public static IReadOnlyList<DocumentNote> Of(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return [.. reading.Notes.Take(Most).Select(n => new DocumentNote(
            CutText.To(LongestMessage, n.Message), n.Source.Start, n.Source.End, CutText.To(LongestText, n.Source.In(reading.Text))))];
    }
}
