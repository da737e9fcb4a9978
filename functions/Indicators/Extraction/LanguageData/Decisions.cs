namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>
/// The choices that a reading made by weights. With other weights under which every one of them is made again the text is read the same;
/// tests/Fitting asks that before it reads a text again, which costs many times as much.
/// </summary>
sealed class Decisions
{
    readonly List<Func<Language, bool>> made = [];

    /// <summary>Notes a choice.</summary>
    /// <param name="isMadeWith">Whether it is the same with other weights.</param>
    public void Note(Func<Language, bool> isMadeWith) => made.Add(isMadeWith);

    /// <summary>Whether all choices are the same with other weights.</summary>
    public bool Hold(Language other)
    {
        for (var i = 0; i < made.Count; i++)
        {
            if (made[i](other)) continue;
            // What differs once is likely to differ again, and is asked first then.
            (made[0], made[i]) = (made[i], made[0]);
            return false;
        }

        return true;
    }
}
