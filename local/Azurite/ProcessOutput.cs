using System.Diagnostics;
using System.Threading.Channels;

namespace ServerlessIct.Local.Azurite;

/// <summary>Reads both outputs of a child process to their end, so that it never blocks on a full pipe, and keeps the last lines for messages.</summary>
sealed class ProcessOutput : IDisposable
{
    const int LinesKept = 12;

    readonly Channel<string> _lines = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
    readonly Queue<string> _tail = new();
    readonly Lock _gate = new();
    readonly CancellationTokenSource _end = new();
    volatile bool _listened = true;

    public ProcessOutput(Process process) =>
        Drained = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError)).ContinueWith(
            _ => _lines.Writer.TryComplete(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    /// <summary>Completes when the process has closed both outputs.</summary>
    public Task Drained { get; }

    /// <summary>The last lines, joined for a message.</summary>
    public string Tail
    {
        get
        {
            lock (_gate) return _tail.Count == 0 ? "It printed nothing." : "It printed: " + string.Join(" | ", _tail);
        }
    }

    /// <summary>The lines as they come; to be read once.</summary>
    public async IAsyncEnumerable<string> Lines([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var line in _lines.Reader.ReadAllAsync(cancellationToken)) yield return line;
        }
        finally
        {
            _listened = false;
        }
    }

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    async Task ReadAsync(StreamReader reader)
    {
        try
        {
            while (await reader.ReadLineAsync(_end.Token) is { } line)
            {
                lock (_gate)
                {
                    if (_tail.Count == LinesKept) _tail.Dequeue();
                    _tail.Enqueue(line);
                }
                if (_listened) _lines.Writer.TryWrite(line);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException or IOException)
        {
            // The process has ended, or nobody listens any more.
        }
    }
}
