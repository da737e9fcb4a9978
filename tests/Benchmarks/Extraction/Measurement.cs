using System.Globalization;

namespace ServerlessIct.Benchmarks;

/// <summary>The figures that are published, printed as they are found.</summary>
sealed class Measurement(TextWriter output, int pairs)
{
    /// <summary>Texts made to be slow, by what they are.</summary>
    static readonly (string Name, string Piece, int Bytes)[] Hostile =
    [
        ("digits", "7", 1_000_000),
        ("numbers", "7 ", 1_000_000),
        ("commas", ",", 1_000_000),
        ("commas after digits", "1,", 1_000_000),
        ("one sentence of words", "hạ tầng viễn thông băng rộng và ", 5_000_000),
        ("one sentence of figures", "doanh thu viễn thông năm 2023 đạt 5 tỷ đồng, ", 5_000_000),
        ("respectively", "lần lượt 5 trạm và ", 1_000_000),
        ("bases", "tăng 5% so với ", 1_000_000),
        ("opening brackets", "(", 1_000_000),
        ("brackets around figures", "(tăng 5% ", 1_000_000),
        ("closing brackets", "5 trạm) ", 1_000_000),
        ("quotes", "\"", 1_000_000),
        ("stops", ". ", 1_000_000),
        ("line ends", "5\n", 1_000_000),
        ("web addresses", "x.gov.vn ", 1_000_000),
        ("names of provinces", "Sóc Trăng, ", 1_000_000),
        ("letters", "a", 1_000_000),
        ("marks without letters", "\u0301", 1_000_000),
    ];

    /// <summary>Extraction against the bare pass, in alternating pairs.</summary>
    public void Ratio(string name, Corpus corpus)
    {
        Warm(corpus, 6);
        var measured = Enumerable.Range(0, pairs).Select(_ => (Bare: Pass.Bare(corpus), Read: Pass.Extraction(corpus))).ToList();
        var ratio = Median(measured.Select(m => m.Read.Nanoseconds / m.Bare.Nanoseconds));
        Print($"{name}: {corpus.Bytes / 1e6:F1} MB in {corpus.Documents.Length} documents, {measured[0].Read.Found * 1000.0 / corpus.Bytes:F2} observations a kB");
        Print($"  ratio                {ratio,8:F2}  (lowest {measured.Min(m => m.Read.Nanoseconds / m.Bare.Nanoseconds):F2}, highest {measured.Max(m => m.Read.Nanoseconds / m.Bare.Nanoseconds):F2}, {pairs} pairs)");
        Print($"  extraction           {Median(measured.Select(m => m.Read.Nanoseconds)),8:F2}  ns/byte");
        Print($"  bare pass            {Median(measured.Select(m => m.Bare.Nanoseconds)),8:F2}  ns/byte");
        Print($"  allocated            {Median(measured.Select(m => m.Read.Allocated)),8:F2}  bytes/byte (the decoded text alone {Median(measured.Select(m => m.Bare.Allocated)):F2})");
    }

    /// <summary>The time of a byte in a long text against that in a short one.</summary>
    public void Growth(string name, Corpus small, Corpus large)
    {
        Warm(small, 2);
        var measured = Enumerable.Range(0, pairs).Select(_ => (Small: Pass.Extraction(small).Nanoseconds, Large: Pass.Extraction(large).Nanoseconds)).ToList();
        Print($"  {name,-26}{Median(measured.Select(m => m.Small)),9:F2}{Median(measured.Select(m => m.Large)),9:F2}{Median(measured.Select(m => m.Large / m.Small)),9:F2}");
    }

    /// <summary>Every hostile text at a length and at twice that.</summary>
    public void HostileGrowth()
    {
        foreach (var (name, piece, bytes) in Hostile) Growth(name, Corpus.Repeated(piece, bytes), Corpus.Repeated(piece, 2 * bytes));
    }

    public void Heading(string small, string large) => Print($"  {"ns/byte",-26}{small,9}{large,9}{"quotient",9}");

    void Print(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>Until the compiler has settled.</summary>
    static void Warm(Corpus corpus, int passes)
    {
        for (var i = 0; i < passes; i++)
        {
            Pass.Bare(corpus);
            Pass.Extraction(corpus);
        }
    }

    static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
