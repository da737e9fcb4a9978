using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace ServerlessIct.Documents.Tests;

public class ReadingProperties
{
    static readonly string[] Names = ["a.txt", "a.html", "a", "a.docx"];

    // Pieces that decide about encodings, signatures and markup: random bytes alone hardly ever meet them.
    static readonly string[] Pieces =
    [
        "Năm 2024", "đạt 69,3 tỷ", " ", "\r\n", "\u00A0", "\uFEFF", "\u0085", "\u0007", "\uFFFF", "e\u0323\u0302", "o\u0309", "ê\u0323", "🎉", "\u0344", "ﬁ",
        "<p>", "</p>", "<table>", "<tr>", "<td>", "</table>", "<div hidden>", "</div>", "<nav>", "<title>", "</title>", "<script>", "</script>", "<!--", "-->",
        "<br>", "<pre>", "<svg>", "</svg>", "&lt;html&gt;", "&#0;", "&#xD800;", "&nbsp;", "%PDF-", @"{\rtf", "GIF89a", "<!doctype html>", "µ¸¶·¹", "aâ eà ñ",
    ];

    static readonly Gen<byte[]> RandomBytes = Gen.Choose(0, 255).Select(n => (byte)n).ArrayOf();

    static readonly Gen<byte[]> Written =
        from pieces in Gen.Elements(Pieces).ArrayOf()
        from encoding in Gen.Elements(Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Reading.Windows(1258), Reading.Windows(1252))
        from marked in Gen.Elements(true, false)
        let text = encoding.GetBytes(string.Concat(pieces))
        select marked ? [.. encoding.GetPreamble(), .. text] : text;

    static readonly Gen<byte[]> Broken =
        from text in Written
        from noise in RandomBytes
        from at in Gen.Choose(0, text.Length)
        select (byte[])[.. text[..at], .. noise, .. text[at..]];

    static readonly Arbitrary<(string Name, byte[] Bytes)> Files = (
        from name in Gen.Elements(Names)
        from bytes in Gen.OneOf(RandomBytes, Written, Written, Broken)
        select (name, bytes)).ToArbitrary();

    static readonly Config Many = Thoroughness.Of(3_000).WithEndSize(60);

    [Fact]
    public void Any_bytes_give_a_result() =>
        Prop.ForAll(Files, file => DocumentReader.Read(file.Name, file.Bytes) is not null).Check(Many);

    [Fact]
    public void A_text_is_composed_and_has_no_control_characters_but_tabs_and_line_ends() =>
        Prop.ForAll(Files, file => DocumentReader.Read(file.Name, file.Bytes) is not ReadDocument document
            || ((document.Text.Any(IsOfAnotherScript) || document.Text.IsNormalized(NormalizationForm.FormC))
                && document.Text.All(c => c is '\n' or '\t' || !char.IsControl(c)))).Check(Many);

    static bool IsOfAnotherScript(char c) => c is >= '\u0370' and not (>= '\u1E00' and <= '\u1EFF');

    [Fact]
    public void A_text_that_was_read_reads_as_itself() =>
        Prop.ForAll(Files, file => DocumentReader.Read(file.Name, file.Bytes) is not ReadDocument document
            || (Reading.Text("again.txt", document.Text) as ReadDocument)?.Text == document.Text).Check(Many);

    [Fact]
    public void Most_written_files_are_read()
    {
        var read = 0;
        Prop.ForAll(Gen.Elements(Pieces[..4]).NonEmptyListOf().ToArbitrary(), pieces =>
        {
            read += Reading.Text("a.txt", string.Concat(pieces)) is ReadDocument ? 1 : 0;
        }).Check(Many);

        read.ShouldBeGreaterThan(2_500);
    }
}
