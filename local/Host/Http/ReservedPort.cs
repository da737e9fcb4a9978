using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace ServerlessIct.Local.Host.Http;

/// <summary>
/// A port on loopback that is taken before the server listens on it: triggers are told the address first, and no other process gets the port
/// meanwhile.
/// </summary>
sealed class ReservedPort : IDisposable
{
    readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    /// <summary>Takes a port.</summary>
    /// <param name="port">Its number; 0 for any that is free.</param>
    /// <exception cref="FunctionsHostException">It is in use.</exception>
    public ReservedPort(int port)
    {
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        }
        catch (SocketException taken)
        {
            socket.Dispose();
            throw InUse(port, taken);
        }
    }

    /// <summary>Its number.</summary>
    public int Number => ((IPEndPoint)socket.LocalEndPoint!).Port;

    /// <summary>What to do about a port that is in use.</summary>
    public static FunctionsHostException InUse(int port, Exception taken) => new(
        string.Create(CultureInfo.InvariantCulture, $"Port {port} of this machine is in use. Stop the program that uses it, or choose another port (--port)."), taken);

    /// <summary>The socket for the server: this one for IPv4, one of its own for IPv6, which localhost means too.</summary>
    public Socket Bound(EndPoint address) => address.AddressFamily == AddressFamily.InterNetwork ? socket : SocketTransportOptions.CreateDefaultBoundListenSocket(address);

    public void Dispose() => socket.Dispose();
}
