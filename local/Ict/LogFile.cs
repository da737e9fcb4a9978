namespace ServerlessIct.Local.Ict;

/// <summary>A file of lines, begun anew, that others may read while it is written.</summary>
sealed class LogFile : IDisposable
{
    readonly Lock gate = new();
    readonly StreamWriter writer;

    public LogFile(string path)
    {
        Path = path;
        writer = new StreamWriter(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read)) { AutoFlush = true };
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Adds a line; what comes after the end is dropped.</summary>
    public void Write(string line)
    {
        lock (gate)
            if (writer.BaseStream is { CanWrite: true }) writer.WriteLine(line);
    }

    /// <summary>The last lines.</summary>
    public string Tail()
    {
        const int lines = 12;
        using var stream = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return string.Join('\n', reader.ReadToEnd().TrimEnd().Split('\n').TakeLast(lines));
    }

    public void Dispose()
    {
        lock (gate) writer.Dispose();
    }
}
