using ServerlessIct.Local.Worker.Hosting;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a function returned, for middleware that looks at it or replaces it.</summary>
public static class FunctionContextBindingFeatureExtensions
{
    /// <summary>What the function returned; null before it did.</summary>
    public static InvocationResult GetInvocationResult(this FunctionContext context) =>
        new(context, context.Features.Get<ReturnedValue>()?.Value);
}
