using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace ServerlessIct.Local.Worker.Http;

/// <summary>The middleware of ConfigureFunctionsWebApplication: gives HTTP functions their context and writes what they return.</summary>
static class HttpResponses
{
    public static FunctionExecutionDelegate Around(FunctionExecutionDelegate next) => async context =>
    {
        if (((Hosting.Invocation)context).TriggerValue is not HttpContext http)
        {
            await next(context);
            return;
        }

        context.Items[HttpInvocation.ContextKey] = http;
        await next(context);
        await WriteAsync(http, context.GetInvocationResult().Value);
    };

    static async Task WriteAsync(HttpContext http, object? returned)
    {
        switch (returned)
        {
            case IActionResult result:
                await result.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
                break;
            case IResult result:
                await result.ExecuteAsync(http);
                break;
        }
    }
}
