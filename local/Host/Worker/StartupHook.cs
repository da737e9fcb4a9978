using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

/// <summary>
/// Runs in the worker before the app, by DOTNET_STARTUP_HOOKS, which asks for this name in no namespace. It ends the worker when the host's end of
/// its standard input is closed: that happens however the host ends, also by kill -9, and no worker is left behind that still writes.
/// </summary>
[SuppressMessage("Design", "MA0047:Declare types in namespaces", Justification = "The runtime looks for this name.")]
[SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "The runtime looks for this name.")]
static class StartupHook
{
    /// <summary>How long running functions may take to stop, in milliseconds.</summary>
    const int Grace = 5_000;

    public static void Initialize()
    {
        // Ctrl+C in a terminal reaches every process of its group; the host decides when the worker ends.
        if (!OperatingSystem.IsWindows()) _ = SetProcessGroup(0, 0);
        new Thread(Watch) { IsBackground = true, Name = "end with the host" }.Start();
    }

    static void Watch()
    {
        using var input = Console.OpenStandardInput();
        Span<byte> buffer = stackalloc byte[64];
        while (input.Read(buffer) > 0)
        {
        }
        new Thread(EndAtLast) { IsBackground = true }.Start();
        Environment.Exit(0);
    }

    /// <summary>setpgid(2): 0, 0 makes a group of this process alone.</summary>
    [DllImport("libc", EntryPoint = "setpgid")]
    static extern int SetProcessGroup(int process, int group);

    static void EndAtLast()
    {
        Thread.Sleep(Grace);
        Process.GetCurrentProcess().Kill();
    }
}
