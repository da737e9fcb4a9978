using System.Globalization;
using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;

namespace ServerlessIct.App.Storage;

/// <summary>
/// The list of a document's rows in its manifest: compressed, in as many binary properties as it takes. A line is the partition and the key, and a mark
/// where the row is in doubt.
/// </summary>
public static class ManifestRows
{
    /// <summary>A binary property may have 64 KiB.</summary>
    const int ChunkBytes = 60 * 1024;

    /// <summary>An entity may have 1 MiB in all.</summary>
    const int MostChunks = 15;

    const string Prefix = "Rows", Doubt = "?";

    /// <summary>Writes the rows into the entity.</summary>
    /// <exception cref="InvalidOperationException">They do not fit one entity.</exception>
    public static void Write(TableEntity entity, IReadOnlySet<RowAddress> rows, IReadOnlySet<RowAddress> inDoubt)
    {
        var lines = rows.Select(r => $"{r.Province}\t{r.RowKey}").Concat(inDoubt.Select(r => $"{r.Province}\t{r.RowKey}\t{Doubt}")).Order(StringComparer.Ordinal);
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        var chunks = packed.ToArray().Chunk(ChunkBytes).ToList();
        if (chunks.Count > MostChunks)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The keys of {rows.Count + inDoubt.Count} observations do not fit one manifest."));
        for (var i = 0; i < chunks.Count; i++) entity[Name(i)] = chunks[i];
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static (IReadOnlySet<RowAddress> Rows, IReadOnlySet<RowAddress> InDoubt) Read(TableEntity entity)
    {
        using var packed = new MemoryStream();
        for (var i = 0; i < MostChunks && entity.ContainsKey(Name(i)); i++) packed.Write(entity.GetBinary(Name(i)));
        var (rows, inDoubt) = (new HashSet<RowAddress>(), new HashSet<RowAddress>());
        if (packed.Length == 0) return (rows, inDoubt);
        packed.Position = 0;
        using var gzip = new GZipStream(packed, CompressionMode.Decompress);
        using var text = new StreamReader(gzip, Encoding.UTF8);
        while (text.ReadLine() is { } line)
            if (line.Split('\t') is [var province, var key, .. var mark])
                (mark is [Doubt] ? inDoubt : rows).Add(new RowAddress(province, key));
        return (rows, inDoubt);
    }

    static string Name(int chunk) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{chunk}");
}
