using System.Reflection;
using System.Reflection.Emit;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Timers;
using Binder = Microsoft.Azure.WebJobs.Binder;

namespace ServerlessIct.Local.Host.Triggers;

/// <summary>
/// What the official listeners call. They look for methods with their attributes; those are made at run time from what the worker says of its
/// functions: a class <c>Host.Functions</c>, as in the real host, that derives from this one and has one method for each function.
/// </summary>
abstract class TriggerMethods(ITriggerTarget target)
{
    static readonly MethodInfo RunMethod = typeof(TriggerMethods).GetMethod(nameof(RunAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;
    static readonly ConstructorInfo BaseConstructor = typeof(TriggerMethods).GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)[0];

    /// <summary>The first part of the name by which listeners and Event Grid's webhook know a function.</summary>
    public const string ClassName = "Host.Functions";

    /// <summary>Hands over what triggered a function.</summary>
    protected Task RunAsync(string function, object? trigger, Binder binder, CancellationToken stop) => target.RunAsync(function, trigger, binder.BindingData, stop);

    /// <summary>Makes the class.</summary>
    /// <param name="functions">All functions; those that requests run are passed over.</param>
    public static Type Generate(IEnumerable<HostedFunction> functions)
    {
        // The name is in InternalsVisibleTo of this project: the class derives from an internal one.
        var module = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("ServerlessIct.Local.Host.Generated"), AssemblyBuilderAccess.RunAndCollect).DefineDynamicModule("Functions");
        var type = module.DefineType(ClassName, TypeAttributes.Public | TypeAttributes.Class, typeof(TriggerMethods));
        DefineConstructor(type);
        foreach (var function in functions.Where(f => !f.IsHttp)) DefineMethod(type, function);
        return type.CreateType();
    }

    static void DefineConstructor(TypeBuilder type)
    {
        var il = type.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, [typeof(ITriggerTarget)]).GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Call, BaseConstructor);
        il.Emit(OpCodes.Ret);
    }

    static void DefineMethod(TypeBuilder type, HostedFunction function)
    {
        var (attribute, parameter) = Trigger(function);
        var method = type.DefineMethod(function.Name, MethodAttributes.Public, typeof(Task), [parameter, typeof(Binder), typeof(CancellationToken)]);
        method.SetCustomAttribute(new CustomAttributeBuilder(typeof(FunctionNameAttribute).GetConstructors()[0], [function.Name]));
        method.DefineParameter(1, ParameterAttributes.None, function.Parameter).SetCustomAttribute(attribute);
        method.DefineParameter(2, ParameterAttributes.None, "hostBinder");
        method.DefineParameter(3, ParameterAttributes.None, "hostStop");
        var il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldstr, function.Name);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Ldarg_3);
        il.Emit(OpCodes.Call, RunMethod);
        il.Emit(OpCodes.Ret);
    }

    /// <summary>The official attribute that says the same, and what its listener hands over.</summary>
    static (CustomAttributeBuilder Attribute, Type Parameter) Trigger(HostedFunction function)
    {
        var trigger = function.Trigger;
        // The worker reads blobs and messages itself, by a reference, where its parameter is of a type of the storage clients.
        var isDeferred = string.Equals((string?)trigger["properties"]?["supportsDeferredBinding"], "True", StringComparison.OrdinalIgnoreCase);
        return function.TriggerType switch
        {
            "queueTrigger" => (
                Attribute<QueueTriggerAttribute>((string)trigger["queueName"]!, (nameof(QueueTriggerAttribute.Connection), (string?)trigger["connection"])),
                isDeferred ? typeof(ParameterBindingData) : typeof(string)),
            "blobTrigger" => (
                Attribute<BlobTriggerAttribute>(
                    (string)trigger["path"]!,
                    (nameof(BlobTriggerAttribute.Connection), (string?)trigger["connection"]),
                    (nameof(BlobTriggerAttribute.Source), function.IsByEventGrid ? BlobTriggerSource.EventGrid : BlobTriggerSource.LogsAndContainerScan)),
                isDeferred ? typeof(ParameterBindingData) : typeof(byte[])),
            "timerTrigger" => (
                Attribute<TimerTriggerAttribute>(
                    (string)trigger["schedule"]!,
                    (nameof(TimerTriggerAttribute.RunOnStartup), (bool?)trigger["runOnStartup"]),
                    (nameof(TimerTriggerAttribute.UseMonitor), (bool?)trigger["useMonitor"])),
                typeof(TimerInfo)),
            var other => throw new FunctionsHostException($"{function.Where} has a trigger of type {other}, for which there is no listener."),
        };
    }

    static CustomAttributeBuilder Attribute<T>(string argument, params (string Name, object? Value)[] properties)
        where T : Attribute
    {
        var set = properties.Where(p => p.Value is not null).ToList();
        return new CustomAttributeBuilder(
            typeof(T).GetConstructor([typeof(string)])!, [argument],
            [.. set.Select(p => typeof(T).GetProperty(p.Name)!)], [.. set.Select(p => p.Value)]);
    }
}

/// <summary>Takes what a listener hands over.</summary>
interface ITriggerTarget
{
    /// <summary>Runs the function, and fails as it fails, so that the listener tries again or gives up.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="trigger">The message, the blob or the state of the timer, in the type that the method was made with.</param>
    /// <param name="bindingData">What else the listener knows of it: the name of the blob, how often the message was taken, …</param>
    /// <param name="stop">The host stops.</param>
    Task RunAsync(string function, object? trigger, IReadOnlyDictionary<string, object> bindingData, CancellationToken stop);
}
