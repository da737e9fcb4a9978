namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>Questions to a set of tags.</summary>
static class HeaderTags
{
    /// <summary>Whether at least one of some tags is in the set.</summary>
    public static bool HasAny(this HeaderTag set, HeaderTag any) => (set & any) != HeaderTag.None;
}
