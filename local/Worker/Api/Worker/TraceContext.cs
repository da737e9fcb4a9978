namespace Microsoft.Azure.Functions.Worker;

/// <summary>The trace of an invocation (W3C Trace Context).</summary>
public abstract class TraceContext
{
    /// <summary>The identity of the caller in the trace.</summary>
    public abstract string TraceParent { get; }

    /// <summary>Vendor data of the trace.</summary>
    public abstract string TraceState { get; }

    /// <summary>Attributes of the trace.</summary>
    public virtual IReadOnlyDictionary<string, string> Attributes => new Dictionary<string, string>(StringComparer.Ordinal);
}
