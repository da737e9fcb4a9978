using System.Security.Cryptography;

namespace ServerlessIct.App.Api;

/// <summary>A body as it comes in: counted, hashed, and broken off where it is longer than allowed or, at its end, not what its sender says.</summary>
/// <param name="inner">The body.</param>
/// <param name="most">How many bytes are allowed.</param>
/// <param name="expected">The SHA-256 that the sender says it has; null where nothing is said.</param>
sealed class ReceivedStream(Stream inner, long most, byte[]? expected) : Stream
{
    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    long read;
    byte[]? whole;

    /// <summary>Whether the stream had more.</summary>
    public bool IsExceeded => read > most;

    /// <summary>Whether its hash was not the expected one.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>The SHA-256 of all of it, in lower-case hexadecimal.</summary>
    /// <exception cref="InvalidOperationException">Its end was not reached.</exception>
    public string Sha256 => whole is null ? throw new InvalidOperationException("The stream was not read to its end.") : Convert.ToHexStringLower(whole);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => read;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
        Take(buffer.Span[..count], buffer.Length > 0);
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        var bytes = inner.Read(buffer, offset, count);
        Take(buffer.AsSpan(offset, bytes), count > 0);
        return bytes;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) hash.Dispose();
        base.Dispose(disposing);
    }

    void Take(ReadOnlySpan<byte> bytes, bool wasAsked)
    {
        read += bytes.Length;
        if (IsExceeded) throw new InvalidDataException("The stream is longer than allowed.");
        if (bytes.Length > 0)
        {
            hash.AppendData(bytes);
            return;
        }
        if (!wasAsked || whole is not null) return;
        whole = hash.GetHashAndReset();
        IsDamaged = expected is not null && !whole.AsSpan().SequenceEqual(expected);
        if (IsDamaged) throw new InvalidDataException("The stream is not what its sender says.");
    }
}
