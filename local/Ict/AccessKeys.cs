using System.Security.Cryptography;

namespace ServerlessIct.Local.Ict;

/// <summary>The keys of a local system: one for its functions, one that opens everything. Each is a file that only its owner may read.</summary>
/// <param name="Folder">The folder of the two files, <c>default</c> and <c>master</c>.</param>
/// <param name="Default">Opens the functions.</param>
/// <param name="Master">Opens the functions and the administration.</param>
public sealed record AccessKeys(string Folder, string Default, string Master)
{
    const int Bytes = 40;

    /// <summary>The keys of a data folder; made on first use.</summary>
    public static AccessKeys Of(string dataFolder)
    {
        var folder = Directory.CreateDirectory(Path.Combine(dataFolder, "keys")).FullName;
        return new AccessKeys(folder, ReadOrMake(Path.Combine(folder, "default")), ReadOrMake(Path.Combine(folder, "master")));
    }

    /// <summary>Without the keys, so that no log shows one.</summary>
    public override string ToString() => $"keys in {Folder}";

    static string ReadOrMake(string file)
    {
        if (File.Exists(file) && File.ReadAllText(file).Trim() is { Length: > 0 } known) return known;
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(file, options);
        writer.WriteLine(key);
        return key;
    }
}
