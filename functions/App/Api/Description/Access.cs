namespace ServerlessIct.App.Api.Description;

/// <summary>Who may send a request.</summary>
public enum Access
{
    /// <summary>Anybody.</summary>
    Open,

    /// <summary>Whoever has a reader's key, or anybody where the setting <c>PublicRead</c> is true.</summary>
    Read,

    /// <summary>Whoever has a key of the host.</summary>
    Write,
}
