using System.Reflection;
using System.Runtime.CompilerServices;
using ServerlessIct.Local.Worker.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where an application of functions begins.</summary>
public class FunctionsApplication
{
    /// <summary>A builder for the functions of the calling assembly.</summary>
    // The caller is the application, also where a test or a command started the process; inlining would hide it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) =>
        new(args, FunctionSource.Of(Assembly.GetCallingAssembly()));

    /// <summary>A builder for functions named by the caller.</summary>
    internal static FunctionsApplicationBuilder CreateBuilder(string[] args, FunctionSource source) => new(args, source);
}
