using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using ServerlessIct.Local.Worker.Binding;
using ServerlessIct.Local.Worker.Blobs;
using ServerlessIct.Local.Worker.Http;
using ServerlessIct.Local.Worker.Queues;
using ServerlessIct.Local.Worker.Storage;
using ServerlessIct.Local.Worker.Timers;

namespace ServerlessIct.Local.Worker.Hosting;

/// <summary>Puts the host together: settings and logging first, functions and listeners when the application is built.</summary>
static class LocalHost
{
    public static WebApplicationBuilder CreateBuilder(string[]? args, FunctionSource source, StartupProblems problems)
    {
        var web = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = source.Name,
            ContentRootPath = source.Directory,
            EnvironmentName = Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT") ?? Environments.Development,
        });
        SettingSources.AddTo(web.Configuration, source.Directory, web.Environment.EnvironmentName, args, problems);
        web.Logging.AddConfiguration(web.Configuration.GetSection("Logging"));
        web.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ ";
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        var check = web.Environment.IsDevelopment();
        web.Host.UseDefaultServiceProvider(provider => (provider.ValidateScopes, provider.ValidateOnBuild) = (check, check));
        return web;
    }

    public static IHost Build(WebApplicationBuilder web, FunctionSource source, FunctionExecutionDelegate pipeline, bool servesHttp, StartupProblems problems)
    {
        var hostFile = HostFile.Read(SettingSources.HostJson(source.Directory, web.Configuration, problems), problems);
        var local = LocalSettings.Read(web.Configuration, source.Name, problems);
        var storage = new StorageConnections(web.Configuration, hostFile);
        var triggers = new TriggerReader(new SettingPlaceholders(web.Configuration), storage, hostFile, problems);
        var functions = new FunctionDiscovery(triggers, problems).Find(source.Types);
        if (!servesHttp && functions.With<HttpTrigger>().FirstOrDefault().Function is { } http)
            problems.Add(http.Name, null, "an HTTP function needs builder.ConfigureFunctionsWebApplication() before builder.Build().");

        AddServices(web, hostFile, local, storage, functions, pipeline, FunctionKeys.Read(web.Configuration, problems));
        AddServer(web, local);
        problems.ThrowIfAny();
        var app = web.Build();
        CheckWithServices(app, functions, problems);
        app.UseHostFiltering();
        app.Services.GetRequiredService<HttpEndpoints>().Map(app);
        app.Services.GetRequiredService<AdminEndpoints>().Map(app);
        app.Services.GetService<BlobWebhookEndpoint>()?.Map(app);
        return app;
    }

    static void AddServices(
        WebApplicationBuilder web, HostFile hostFile, LocalSettings local, StorageConnections storage, FunctionCatalog functions,
        FunctionExecutionDelegate pipeline, FunctionKeys keys)
    {
        var services = web.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(hostFile).AddSingleton(local).AddSingleton(storage).AddSingleton(functions).AddSingleton(pipeline).AddSingleton(keys);
        services.AddSingleton<FunctionRunner>().AddSingleton<QueueSignals>();
        services.AddSingleton<HttpEndpoints>().AddSingleton<AdminEndpoints>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = local.ShutdownTimeout);
        if (functions.With<BlobTrigger>().Any())
        {
            services.AddSingleton<BlobListener>().AddSingleton<BlobWebhookEndpoint>();
            services.AddHostedService(static all => all.GetRequiredService<BlobListener>());
        }

        services.AddHostedService<QueueTriggerListener>();
        services.AddHostedService<TimerListener>();
    }

    static void AddServer(WebApplicationBuilder web, LocalSettings local)
    {
        web.Services.AddRouting();
        // A page elsewhere whose name is made to point here would otherwise be of the same origin as the functions.
        web.Services.AddHostFiltering(hosts => hosts.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
        // Results of MVC need its services; there are no controllers to look for.
        web.Services.AddSingleton(new ApplicationPartManager());
        web.Services.AddMvcCore();
        web.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = local.MaxRequestBytes;
            server.Listen(IPAddress.Loopback, local.Port);
        });
    }

    static void CheckWithServices(WebApplication app, FunctionCatalog functions, StartupProblems problems)
    {
        ConstructorCheck.Check(functions, app.Services.GetRequiredService<IServiceProviderIsService>(), problems);
        app.Services.GetRequiredService<HttpEndpoints>().Check(problems);
        if (problems.Sentences.Count > 0)
            ((IDisposable)app).Dispose();
        problems.ThrowIfAny();
    }
}
