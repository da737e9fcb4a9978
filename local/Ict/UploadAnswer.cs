namespace ServerlessIct.Local.Ict;

/// <summary>What came of one upload.</summary>
/// <param name="IsSuccess">Whether the app took the document.</param>
/// <param name="Text">The status, and the reason where it was refused.</param>
sealed record UploadAnswer(bool IsSuccess, string Text);
