using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using ServerlessIct.Local.Worker.Hosting;

namespace ServerlessIct.Local.Worker.Binding;

/// <summary>Finds the functions of an application and says what is wrong with those that cannot run.</summary>
sealed partial class FunctionDiscovery(TriggerReader triggers, StartupProblems problems)
{
    public FunctionCatalog Find(IEnumerable<Type> types)
    {
        const BindingFlags any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var marked = types.SelectMany(type => type.GetMethods(any))
            .Select(method => (Method: method, method.GetCustomAttribute<FunctionAttribute>()?.Name))
            .Where(found => found.Name is not null)
            .OrderBy(found => found.Name, StringComparer.Ordinal)
            .ToList();
        foreach (var twins in marked.GroupBy(found => found.Name!, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            problems.Add(twins.Key, null, $"the name is used by {string.Join(" and ", twins.Select(f => PlaceOf(f.Method)))}; names are unique, whatever their case.");
        var functions = marked.DistinctBy(found => found.Name, StringComparer.OrdinalIgnoreCase)
            .Select(found => Describe(found.Name!, found.Method))
            .OfType<FunctionDescriptor>()
            .ToList();
        return new FunctionCatalog(functions);
    }

    FunctionDescriptor? Describe(string name, MethodInfo method)
    {
        var before = problems.Sentences.Count;
        CheckMethod(name, method);
        var trigger = TriggerOf(name, method);
        if (trigger is null)
            return null;
        var retry = method.GetCustomAttribute<RetryAttribute>();
        if (retry is not null && trigger.Value.Trigger is not Timers.TimerTrigger)
            problems.Add(name, null, $"{retry.GetType().Name} works with timers only; a {trigger.Value.Trigger.Kind} is retried as host.json says.");
        var arguments = method.GetParameters().Select(p => ArgumentOf(name, p, trigger.Value.Parameter, trigger.Value.Trigger)).ToList();
        if (problems.Sentences.Count > before)
            return null;
        var definition = new LocalFunctionDefinition(name, method, trigger.Value.Parameter.Name!, trigger.Value.Trigger.Kind);
        return new FunctionDescriptor(name, method, trigger.Value.Trigger, retry, arguments!, definition);
    }

    void CheckMethod(string name, MethodInfo method)
    {
        if (!FunctionName().IsMatch(name))
            problems.Add(name, null, "a name begins with a letter and has letters, digits, - and _, at most 127.");
        if (!method.IsPublic || method.DeclaringType is not { IsVisible: true })
            problems.Add(name, null, $"{PlaceOf(method)} has to be a public method of a public class.");
        else if (!method.IsStatic && (method.DeclaringType.IsAbstract || method.DeclaringType.ContainsGenericParameters))
            problems.Add(name, null, $"{PlaceOf(method)} is in a class that cannot be made; make the class concrete or the method static.");
        if (method.ReturnType == typeof(void) && method.GetCustomAttribute<AsyncStateMachineAttribute>() is not null)
            problems.Add(name, null, $"{PlaceOf(method)} is async void, whose end and errors nobody sees; return Task.");
    }

    (Trigger Trigger, ParameterInfo Parameter)? TriggerOf(string name, MethodInfo method)
    {
        var found = method.GetParameters()
            .Select(p => (Parameter: p, Attribute: p.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(p => p.Attribute is not null)
            .ToList();
        if (found.Count != 1)
        {
            problems.Add(name, null, found.Count == 0
                ? $"{PlaceOf(method)} has no trigger; mark one parameter with BlobTrigger, QueueTrigger, TimerTrigger or HttpTrigger."
                : $"{PlaceOf(method)} has {found.Count} triggers ({string.Join(", ", found.Select(f => f.Parameter.Name))}); a function has one.");
            return null;
        }

        var (parameter, attribute) = found[0];
        var trigger = triggers.Read(name, method, parameter, attribute!);
        return trigger is null ? null : (trigger, parameter);
    }

    ParameterSource? ArgumentOf(string function, ParameterInfo parameter, ParameterInfo triggered, Trigger trigger)
    {
        if (parameter == triggered)
        {
            var value = trigger.ValueAs(parameter.ParameterType);
            if (value is null)
                problems.Add(function, parameter.Name, $"a {trigger.Kind} cannot be bound to {TypeName.Of(parameter.ParameterType)}; it can be {trigger.ValueTypes}.");
            return value;
        }

        if (parameter.ParameterType == typeof(FunctionContext))
            return static invocation => new(invocation);
        if (parameter.ParameterType == typeof(CancellationToken))
            return static invocation => new(invocation.CancellationToken);
        var data = trigger.DataFor(parameter);
        if (data is null)
            problems.Add(function, parameter.Name, trigger.WhyNoData(parameter) ?? $"nothing can be bound to {TypeName.Of(parameter.ParameterType)} {parameter.Name} here; {Offered(trigger)}, FunctionContext and CancellationToken can. Services come by the constructor.");
        return data;
    }

    static string Offered(Trigger trigger) =>
        trigger.DataNames.Count == 0 ? "the trigger's value" : "the names " + string.Join(", ", trigger.DataNames);

    static string PlaceOf(MethodInfo method) => $"{method.DeclaringType?.Name}.{method.Name}";

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,126}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex FunctionName();
}
