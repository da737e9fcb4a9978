using System.Runtime.InteropServices;

namespace ServerlessIct.Indicators.Extraction.Lexing;

/// <summary>Objects that are used again: what has been taken is free once all is given back together.</summary>
/// <typeparam name="T">What is supplied; whoever takes one sets everything in it.</typeparam>
/// <param name="once">Whether nothing is used again, because somebody keeps what was taken.</param>
sealed class ObjectPool<T>(bool once)
    where T : class, new()
{
    readonly List<T> all = [];
    int taken;

    /// <summary>Those taken since the last <see cref="GiveBack"/>, in their order.</summary>
    public ReadOnlySpan<T> Taken => CollectionsMarshal.AsSpan(all)[..taken];

    public T Take()
    {
        if (taken == all.Count) all.Add(new T());
        return all[taken++];
    }

    public void GiveBack()
    {
        if (once) all.Clear();
        taken = 0;
    }
}
