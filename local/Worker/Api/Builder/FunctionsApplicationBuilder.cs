using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServerlessIct.Local.Worker.Hosting;
using ServerlessIct.Local.Worker.Http;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Builds an application of functions: settings, services, middleware.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    readonly WebApplicationBuilder _web;
    readonly FunctionSource _source;
    readonly StartupProblems _problems = new();
    readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];
    bool _servesHttp;
    bool _built;

    internal FunctionsApplicationBuilder(string[]? args, FunctionSource source)
    {
        _source = source;
        _web = LocalHost.CreateBuilder(args, source, _problems);
    }

    /// <inheritdoc/>
    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_web).Properties;

    /// <inheritdoc/>
    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    /// <summary>The settings: local.settings.json, environment, command line; later ones win.</summary>
    public ConfigurationManager Configuration => _web.Configuration;

    /// <inheritdoc/>
    public IHostEnvironment Environment => _web.Environment;

    /// <inheritdoc/>
    public ILoggingBuilder Logging => _web.Logging;

    /// <inheritdoc/>
    public IMetricsBuilder Metrics => _web.Metrics;

    /// <inheritdoc cref="IHostApplicationBuilder.Services"/>
    public IServiceCollection Services => _web.Services;

    /// <inheritdoc/>
    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull =>
        ((IHostApplicationBuilder)_web).ConfigureContainer(factory, configure);

    /// <inheritdoc/>
    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        RefuseWhenBuilt();
        _middleware.Add(middleware);
        return this;
    }

    /// <summary>The host that runs the functions. Throws with every mistake found in functions and settings.</summary>
    public IHost Build()
    {
        RefuseWhenBuilt();
        _built = true;
        FunctionExecutionDelegate pipeline = FunctionCall.InvokeAsync;
        for (var i = _middleware.Count - 1; i >= 0; i--)
            pipeline = _middleware[i](pipeline);
        return LocalHost.Build(_web, _source, pipeline, _servesHttp, _problems);
    }

    internal void ServeHttp()
    {
        if (!_servesHttp)
            Use(HttpResponses.Around);
        _servesHttp = true;
    }

    void RefuseWhenBuilt()
    {
        if (_built)
            throw new InvalidOperationException("The application has already been built.");
    }
}
