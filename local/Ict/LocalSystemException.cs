namespace ServerlessIct.Local.Ict;

/// <summary>The local system could not be started or has stopped; the message says what to do about it.</summary>
public sealed class LocalSystemException(string message, Exception? inner = null) : Exception(message, inner);
