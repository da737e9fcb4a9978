namespace ServerlessIct.Local.Ict;

/// <summary>How far the app has come with a document.</summary>
/// <param name="Name">Its name in the input container.</param>
/// <param name="Status">uploaded, received, extracted, rejected or failed.</param>
/// <param name="Error">Why it was rejected or failed; null otherwise.</param>
sealed record DocumentState(string Name, string Status, string? Error)
{
    /// <summary>Whether nothing more will happen to it by itself.</summary>
    public bool IsFinished => Status is "extracted" or "rejected" or "failed";
}
