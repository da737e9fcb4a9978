namespace ServerlessIct.Local.Azurite;

/// <summary>The storage emulator could not be installed or started; the message says what to do about it.</summary>
public sealed class AzuriteException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The port that could not be listened on; null where something else is amiss.</summary>
    public int? Port { get; init; }
}
