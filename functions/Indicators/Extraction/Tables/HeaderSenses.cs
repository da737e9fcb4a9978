namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>Questions to a set of senses.</summary>
static class HeaderSenses
{
    /// <summary>Whether at least one of some senses is in the set.</summary>
    public static bool HasAny(this HeaderSense set, HeaderSense any) => (set & any) != HeaderSense.None;
}
