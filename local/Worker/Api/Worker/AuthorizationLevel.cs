namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which key an HTTP function asks for.</summary>
public enum AuthorizationLevel
{
    /// <summary>None.</summary>
    Anonymous = 0,

    /// <summary>A signed-in user.</summary>
    User = 1,

    /// <summary>The function's own key or the application's.</summary>
    Function = 2,

    /// <summary>A key of the system or of an extension.</summary>
    System = 3,

    /// <summary>The master key.</summary>
    Admin = 4,
}
