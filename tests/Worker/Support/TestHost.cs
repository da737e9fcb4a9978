using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServerlessIct.Local.Worker.Hosting;

namespace ServerlessIct.Local.Worker.Tests.Support;

/// <summary>A host of some functions on a free port, with a directory and settings of its own.</summary>
sealed class TestHost : IAsyncDisposable
{
    readonly IHost _host;
    readonly string _directory;

    TestHost(IHost host, string directory)
    {
        _host = host;
        _directory = directory;
    }

    public HttpClient Http { get; private set; } = null!;

    public IServiceProvider Services => _host.Services;

    public static string NewName(string kind) => $"{kind}{Guid.NewGuid():N}"[..20];

    public static async Task<TestHost> StartAsync(TestApplication application)
    {
        var (host, directory) = Build(application);
        await host.StartAsync();
        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new TestHost(host, directory) { Http = new HttpClient { BaseAddress = new Uri(address) } };
    }

    /// <summary>Builds and throws away; for applications that cannot start.</summary>
    public static void BuildOnly(TestApplication application, Action<IServiceProvider>? look = null)
    {
        var (host, directory) = Build(application);
        look?.Invoke(host.Services);
        host.Dispose();
        Directory.Delete(directory, recursive: true);
    }

    static (IHost Host, string Directory) Build(TestApplication application)
    {
        var directory = Directory.CreateTempSubdirectory("worker-test-").FullName;
        if (application.HostJson is { } hostJson)
            File.WriteAllText(Path.Combine(directory, "host.json"), hostJson);
        if (application.LocalSettingsJson is { } localSettings)
            File.WriteAllText(Path.Combine(directory, "local.settings.json"), localSettings);
        var source = new FunctionSource("worker-tests", directory, application.Functions);
        var builder = FunctionsApplication.CreateBuilder(["--port", "0", .. application.Arguments], source);
        builder.Configuration.AddInMemoryCollection(application.Settings);
        builder.Services.AddSingleton(application.Seen);
        builder.Logging.SetMinimumLevel(LogLevel.None);
        if (application.IsWeb)
            builder.ConfigureFunctionsWebApplication();
        application.Configure?.Invoke(builder);
        return (builder.Build(), directory);
    }

    public async Task<HttpResponseMessage> PostJsonAsync(string path, string json, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await Http.SendAsync(request);
    }

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }
}
