using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ServerlessIct.Local.Azurite;

/// <summary>The ports of the three services on loopback; 0 lets the system choose a free one.</summary>
readonly record struct AzuritePorts(int Blob, int Queue, int Table)
{
    /// <summary>Where <c>UseDevelopmentStorage=true</c> and Storage Explorer look for an emulator.</summary>
    public static AzuritePorts Usual { get; } = new(10000, 10001, 10002);

    /// <summary>The ports that are asked for, 0 where none is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is no port.</exception>
    /// <exception cref="ArgumentException">Two services have the same.</exception>
    public static AzuritePorts Of(AzuriteOptions options)
    {
        var ports = new AzuritePorts(Valid(options.BlobPort, nameof(options.BlobPort)), Valid(options.QueuePort, nameof(options.QueuePort)), Valid(options.TablePort, nameof(options.TablePort)));
        foreach (var port in ports.All)
            if (port != 0 && ports.All.Count(p => p == port) > 1)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Two services cannot both have port {port}."), nameof(options));
        return ports;
    }

    /// <summary>These, with the usual port in place of a 0 where it is free.</summary>
    public AzuritePorts OrUsual(Func<int, bool> isFree)
    {
        var asked = All;
        return new(Choose(Blob, Usual.Blob), Choose(Queue, Usual.Queue), Choose(Table, Usual.Table));

        int Choose(int own, int usual) => own == 0 && !asked.Contains(usual) && isFree(usual) ? usual : own;
    }

    /// <summary>Whether nothing listens on a port of loopback now; that may change at any moment.</summary>
    public static bool IsFree(int port)
    {
        try
        {
            // Only Windows would let two programs listen on one port.
            using var listener = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = OperatingSystem.IsWindows() };
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    int[] All => [Blob, Queue, Table];

    static int Valid(int port, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(port, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, ushort.MaxValue, name);
        return port;
    }
}
