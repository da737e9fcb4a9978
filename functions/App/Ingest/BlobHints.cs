using System.Globalization;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Places;

namespace ServerlessIct.App.Ingest;

/// <summary>What the uploader says of a document: by the first folder of its name, and by the blob's metadata, which counts more.</summary>
public static class BlobHints
{
    /// <summary>The metadata names that are understood; values are percent-encoded, since metadata must be ASCII.</summary>
    public static IReadOnlyList<string> Names { get; } = ["province", "year", "source", "title"];

    /// <summary>So much is kept of what is said of a document, by its uploader or by itself.</summary>
    internal const int LongestValue = 500;

    /// <summary>The hints of a blob; what is unknown or impossible is left out.</summary>
    public static DocumentHints Of(ArticleBlob blob)
    {
        var folder = blob.Name.Split('/') is [var first, _, ..] ? first : null;
        return new DocumentHints(
            Province: Slug(Value(blob, "province")) ?? Slug(folder),
            Year: int.TryParse(Value(blob, "year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                && year is >= Period.FirstYear and <= Period.LastYear ? year : null,
            Title: Value(blob, "title"),
            Source: Value(blob, "source"));
    }

    /// <summary>The metadata that carries these values.</summary>
    public static IDictionary<string, string> ToMetadata(IEnumerable<KeyValuePair<string, string>> values) =>
        values.ToDictionary(v => v.Key, v => Uri.EscapeDataString(v.Value), StringComparer.Ordinal);

    static string? Slug(string? text) => Gazetteer.Default.Knows(text) ? text : null;

    static string? Value(ArticleBlob blob, string name)
    {
        if (!blob.Metadata.TryGetValue(name, out var value) || string.IsNullOrWhiteSpace(value)) return null;
        return CutText.To(LongestValue, Uri.UnescapeDataString(value).Trim());
    }
}
