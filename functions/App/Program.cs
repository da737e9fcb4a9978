using Microsoft.Extensions.Hosting;

namespace ServerlessIct.App;

static class Program
{
    static async Task Main(string[] args)
    {
        using var host = FunctionApp.CreateBuilder(args).Build();
        await host.RunAsync();
    }
}
