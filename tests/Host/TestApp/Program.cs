using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

namespace ServerlessIct.Local.Host.TestApp;

static class Program
{
    static async Task<int> Main(string[] args)
    {
        if (Environment.GetEnvironmentVariable("CrashWhileThereIs") is { } file && File.Exists(file))
        {
            await Console.Error.WriteLineAsync("It fell over.");
            return 7;
        }
        var builder = FunctionsApplication.CreateBuilder(args);
        if (Environment.GetEnvironmentVariable("WithoutHttp") is null) builder.ConfigureFunctionsWebApplication();
        using var app = builder.Build();
        await app.RunAsync();
        return 0;
    }
}
