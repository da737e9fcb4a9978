namespace ServerlessIct.Indicators;

/// <summary>What is known of a document beside its text; each given value overrides what the text says.</summary>
/// <param name="Province">The slug of the province.</param>
/// <param name="Year">The year reported on.</param>
/// <param name="Title">A title that the text itself does not begin with.</param>
/// <param name="Source">The site or organisation that published it, for instance <c>sonla.gov.vn</c>.</param>
public sealed record DocumentHints(string? Province = null, int? Year = null, string? Title = null, string? Source = null)
{
    /// <summary>Nothing known.</summary>
    public static DocumentHints None { get; } = new();
}
