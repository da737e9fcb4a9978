using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ServerlessIct.Local.Worker.Hosting;

namespace ServerlessIct.Local.Worker.Http;

/// <summary>Answers the requests of one HTTP function.</summary>
sealed class HttpFunctionEndpoint(FunctionDescriptor function, HttpTrigger trigger, FunctionRunner runner, FunctionKeys keys)
{
    public async Task AnswerAsync(HttpContext http)
    {
        if (!keys.Admits(http.Request, trigger.Level, function.Name))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        try
        {
            await runner.RunAsync(function, HttpTrigger.EventFor(http), http.RequestAborted);
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            // The runner has logged it; what went wrong inside is not the caller's to read.
            http.Response.Clear();
            http.Response.StatusCode = e is BadHttpRequestException refused ? refused.StatusCode : StatusCodes.Status500InternalServerError;
        }
        catch (Exception)
        {
            // Part of the answer is out: only a broken connection tells the caller that the rest will not come.
            http.Abort();
        }
    }
}
