using ServerlessIct.Indicators.Places;

namespace ServerlessIct.Local.Ict;

/// <summary>The check of a province that was typed at the command line.</summary>
static class Provinces
{
    /// <summary>Why the slug cannot be used; null where it can, or where none was given.</summary>
    public static string? Refusal(string? slug) =>
        slug is null || Gazetteer.Default.Knows(slug)
            ? null
            : $"--province {slug}: no province has this slug. A slug is the name in small letters without tone marks, such as soc-trang.";
}
