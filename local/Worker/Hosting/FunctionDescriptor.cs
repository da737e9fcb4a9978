using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.Local.Worker.Binding;

namespace ServerlessIct.Local.Worker.Hosting;

/// <summary>A function that has been found and understood.</summary>
sealed record FunctionDescriptor(
    string Name, MethodInfo Method, Trigger Trigger, RetryAttribute? Retry, IReadOnlyList<ParameterSource> Arguments, FunctionDefinition Definition)
{
    /// <summary>The identity by which storage and Event Grid know a function.</summary>
    public string Id => IdOf(Name);

    public static string IdOf(string name) => "Host.Functions." + name;
}
