using Microsoft.AspNetCore.Http;
using ServerlessIct.Local.Worker.Http;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The HTTP side of a function context.</summary>
public static class FunctionContextExtensions
{
    /// <summary>The request being answered; null where the trigger is not HTTP.</summary>
    public static HttpContext? GetHttpContext(this FunctionContext context) =>
        context.Items.TryGetValue(HttpInvocation.ContextKey, out var item) ? item as HttpContext : null;
}
