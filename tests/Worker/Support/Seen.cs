using System.Threading.Channels;

namespace ServerlessIct.Local.Worker.Tests.Support;

/// <summary>What the functions of a test saw, in order, across all hosts of the test.</summary>
public sealed class Seen
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly Channel<object> _things = Channel.CreateUnbounded<object>();

    public void Add(object thing) => _things.Writer.TryWrite(thing);

    public async Task<object> NextAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            return await _things.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException("No function ran in time.", e);
        }
    }

    public async Task<T> NextAsync<T>() => (T)await NextAsync();

    public async Task<List<object>> NextAsync(int count)
    {
        var things = new List<object>();
        while (things.Count < count)
            things.Add(await NextAsync());
        return things;
    }

    /// <summary>What was seen and not yet asked for.</summary>
    public List<object> Rest()
    {
        var things = new List<object>();
        while (_things.Reader.TryRead(out var thing))
            things.Add(thing);
        return things;
    }
}
