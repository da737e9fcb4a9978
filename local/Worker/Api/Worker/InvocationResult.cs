using System.Diagnostics.CodeAnalysis;
using ServerlessIct.Local.Worker.Hosting;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a function returned.</summary>
[SuppressMessage("Design", "MA0048:File name must match type name", Justification = "The same name, with and without its type.")]
public class InvocationResult<T>
{
    readonly FunctionContext _context;
    T? _value;

    internal InvocationResult(FunctionContext context, T? value)
    {
        _context = context;
        _value = value;
    }

    /// <summary>The value; setting it replaces what the caller gets.</summary>
    public T? Value
    {
        get => _value;
        set
        {
            _value = value;
            _context.Features.Set(new ReturnedValue(value));
        }
    }
}

/// <summary>What a function returned, of whatever type.</summary>
public sealed class InvocationResult : InvocationResult<object>
{
    internal InvocationResult(FunctionContext context, object? value)
        : base(context, value)
    {
    }
}
