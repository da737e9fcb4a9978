namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>Code around every invocation. One instance serves the whole application.</summary>
public interface IFunctionsWorkerMiddleware
{
    /// <summary>Runs around the function; <paramref name="next"/> goes on to it.</summary>
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
