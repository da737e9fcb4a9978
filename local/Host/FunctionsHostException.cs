namespace ServerlessIct.Local.Host;

/// <summary>The app cannot be run as it is; the message says which function, parameter, file or setting is at fault and what to do.</summary>
public sealed class FunctionsHostException(string message, Exception? inner = null) : Exception(message, inner);
