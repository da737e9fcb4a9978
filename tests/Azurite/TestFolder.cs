namespace ServerlessIct.Local.Azurite.Tests;

/// <summary>An empty folder that is gone afterwards.</summary>
sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("azurite-test-").FullName;

    /// <summary>A path inside the folder.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>A program for the shell that prints and does what the script says.</summary>
    public void Program(string name, string script)
    {
        File.WriteAllText(this[name], "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(this[name], UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
