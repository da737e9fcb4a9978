using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;

namespace ServerlessIct.Local.Worker.Hosting;

/// <summary>One run of a function: the context that middleware and the function see, with the trigger's value.</summary>
sealed class Invocation(FunctionDescriptor function, TriggerEvent trigger, IServiceProvider services, CancellationToken cancellation) : FunctionContext
{
    readonly List<IAsyncDisposable> _owned = [];

    public FunctionDescriptor Function => function;

    /// <summary>What the trigger gave: a blob, a message, a timer's state, an HTTP context.</summary>
    public object TriggerValue => trigger.Value;

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => function.Id;

    public override TraceContext TraceContext { get; } = new ActivityTrace(Activity.Current);

    public override BindingContext BindingContext { get; } = new Data(trigger.Data);

    public override RetryContext RetryContext { get; } = new Attempt(trigger.RetryCount, trigger.MaxRetryCount);

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition => function.Definition;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new InvocationFeatures();

    public override CancellationToken CancellationToken => cancellation;

    /// <summary>Has something disposed when the function is done.</summary>
    public T Own<T>(T value)
        where T : IAsyncDisposable
    {
        _owned.Add(value);
        return value;
    }

    public async ValueTask DisposeOwnedAsync()
    {
        foreach (var value in _owned)
            await value.DisposeAsync();
    }

    sealed class Data(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => data;
    }

    sealed class Attempt(int count, int most) : RetryContext
    {
        public override int RetryCount => count;

        public override int MaxRetryCount => most;
    }

    sealed class ActivityTrace(Activity? activity) : TraceContext
    {
        public override string TraceParent { get; } = activity?.Id ?? "";

        public override string TraceState { get; } = activity?.TraceStateString ?? "";
    }
}
