using System.Text;

namespace ServerlessIct.Benchmarks;

/// <summary>Texts as the bytes in which they arrive.</summary>
sealed record Corpus(byte[][] Documents)
{
    public long Bytes { get; } = Documents.Sum(d => (long)d.Length);

    /// <summary>Generated reports of 5 to 20 kB, together at least so many megabytes.</summary>
    public static Corpus Generated(int megabytes) => new([.. new ReportWriter(seed: 20_240_613).Reports(megabytes * 1_000_000).Select(Encoding.UTF8.GetBytes)]);

    /// <summary>All documents run together as one.</summary>
    public Corpus AsOne() => new([[.. Documents.SelectMany(d => d)]]);

    /// <summary>One document of a piece of text repeated up to a number of bytes.</summary>
    public static Corpus Repeated(string piece, int bytes) => new([Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, bytes / Encoding.UTF8.GetByteCount(piece))))]);

    /// <summary>As many of the documents as fit into a number of bytes.</summary>
    public Corpus First(int bytes)
    {
        var taken = 0;
        return new([.. Documents.TakeWhile(d => (taken += d.Length) <= bytes)]);
    }
}
