using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace ServerlessIct.Local.Worker.Hosting;

/// <summary>The end of the pipeline: binds the arguments, makes the class and calls the method.</summary>
static class FunctionCall
{
    public static async Task InvokeAsync(FunctionContext context)
    {
        var invocation = (Invocation)context;
        var function = invocation.Function;
        var arguments = new object?[function.Arguments.Count];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = await function.Arguments[i](invocation);
        var instance = function.Method.IsStatic
            ? null
            : ActivatorUtilities.CreateInstance(invocation.InstanceServices, function.Method.DeclaringType!);
        var returned = function.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
        invocation.Features.Set(new ReturnedValue(await AwaitedAsync(returned, function.Method.ReturnType)));
    }

    static async Task<object?> AwaitedAsync(object? returned, Type declared)
    {
        switch (returned)
        {
            case Task task:
                await task;
                return declared.IsGenericType ? typeof(Task<>).MakeGenericType(declared.GetGenericArguments()).GetProperty(nameof(Task<>.Result))!.GetValue(task) : null;
            case ValueTask task:
                await task;
                return null;
            case not null when declared.IsGenericType && declared.GetGenericTypeDefinition() == typeof(ValueTask<>):
                var asTask = (Task)declared.GetMethod(nameof(ValueTask<>.AsTask))!.Invoke(returned, null)!;
                return await AwaitedAsync(asTask, typeof(Task<>).MakeGenericType(declared.GetGenericArguments()));
            default:
                return returned;
        }
    }
}
