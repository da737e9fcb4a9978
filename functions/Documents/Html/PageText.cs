namespace ServerlessIct.Documents.Html;

/// <summary>What a page shows and says of itself.</summary>
sealed record PageText(string Text, string? Title, DocumentSource Source);
