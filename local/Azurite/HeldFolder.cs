using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ServerlessIct.Local.Azurite;

/// <summary>
/// A folder of data, held for one emulator. The hold is a lock on an open file, so the system ends it with this program, however that ends.
/// The emulator lives a moment longer than a killed program, to write what it has in memory: the file names its process, and the next holder waits for it.
/// </summary>
sealed class HeldFolder : IDisposable
{
    internal const string LockFile = ".azurite.lock";

    /// <summary>What an open of a locked file fails with: on Windows, on Linux, on macOS.</summary>
    const int SharingViolation = unchecked((int)0x80070020), WouldBlockOnLinux = 11, WouldBlockOnMac = 35;

    /// <summary>How far two readings of the start of one process may be apart: the system counts it from its own start, whose time is rounded.</summary>
    static readonly TimeSpan StartTolerance = TimeSpan.FromSeconds(5);
    static readonly TimeSpan WaitLimit = TimeSpan.FromSeconds(20);
    static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    readonly FileStream _file;

    HeldFolder(string path, FileStream file)
    {
        Path = path;
        _file = file;
    }

    /// <summary>Absolute path of the folder.</summary>
    public string Path { get; }

    /// <summary>Makes the folder where it is not there, and holds it.</summary>
    /// <exception cref="AzuriteException">It cannot be written, or another emulator uses it.</exception>
    public static async Task<HeldFolder> TakeAsync(string folder, CancellationToken cancellationToken)
    {
        var path = System.IO.Path.GetFullPath(folder);
        var held = new HeldFolder(path, Open(path));
        try
        {
            await held.WaitForOrphanAsync(cancellationToken);
            return held;
        }
        catch
        {
            held._file.Dispose();
            throw;
        }
    }

    /// <summary>Notes which process uses the folder.</summary>
    public void Note(Process emulator)
    {
        try
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"{emulator.Id} {new DateTimeOffset(emulator.StartTime).ToUnixTimeMilliseconds()}"));
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    /// <summary>Ends the hold; to be called when the emulator has ended.</summary>
    public void Dispose()
    {
        Write("");
        _file.Dispose();
    }

    static FileStream Open(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            return new FileStream(System.IO.Path.Combine(path, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (error.HResult is SharingViolation or WouldBlockOnLinux or WouldBlockOnMac)
        {
            throw new AzuriteException(
                $"The data folder {path} is in use by another storage emulator. Stop the program that started it, or choose another folder.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new AzuriteException($"The data folder {path} cannot be written: {error.Message} Choose another folder, or change its permissions.", error);
        }
    }

    void Write(string note)
    {
        _file.SetLength(0);
        _file.Write(Encoding.ASCII.GetBytes(note));
        _file.Flush();
    }

    async Task WaitForOrphanAsync(CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(_file, Encoding.ASCII, leaveOpen: true);
        var note = (await reader.ReadToEndAsync(cancellationToken)).Split(' ');
        if (note is not [var id, var start]
            || !int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var process)
            || !long.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var startedAt))
            return;
        for (var since = TimeProvider.System.GetTimestamp(); IsRunning(process, DateTimeOffset.FromUnixTimeMilliseconds(startedAt));)
        {
            if (TimeProvider.System.GetElapsedTime(since) > WaitLimit)
                throw new AzuriteException(string.Create(CultureInfo.InvariantCulture,
                    $"The data folder {Path} is in use by a storage emulator whose program is gone. End process {process}, or choose another folder."));
            await Task.Delay(Poll, cancellationToken);
        }
    }

    /// <summary>Whether the process of this id runs and is still the one that started then; null for any.</summary>
    internal static bool IsRunning(int id, DateTimeOffset? startedAt)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            // A process that has ended keeps its id, but no memory, until its parent asks for it.
            return process.WorkingSet64 > 0
                && (startedAt is not { } start || (new DateTimeOffset(process.StartTime) - start).Duration() < StartTolerance);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return false;
        }
    }
}
