namespace ServerlessIct.App.Api.Description;

/// <summary>By what a client may know that an answer has not changed.</summary>
public enum Freshness
{
    /// <summary>Not at all: it is not to be kept.</summary>
    None,

    /// <summary>It changes with the program only.</summary>
    Program,

    /// <summary>It changes with the series; which version those have is known without asking the storage.</summary>
    Series,

    /// <summary>It carries the hash of what is sent, or the version of what it was read from.</summary>
    Content,
}
