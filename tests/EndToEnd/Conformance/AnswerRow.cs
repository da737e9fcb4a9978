using System.Security.Cryptography;
using System.Text;
using ServerlessIct.Local.Ict;

namespace ServerlessIct.EndToEnd.Tests.Conformance;

/// <summary>A line of answers.txt: a request, and what it is answered with.</summary>
public sealed record AnswerRow(string Method, string Target, int Status, string Type, IReadOnlyList<string> Parts, string Header)
{
    /// <summary>Every line.</summary>
    public static IReadOnlyList<AnswerRow> All { get; } =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "tests", "EndToEnd", "Conformance", "answers.txt"))
            .Where(line => line.Length > 0 && !line.StartsWith('#')).Select(Read),
    ];

    /// <summary>The address below the endpoint as it is sent: ids filled in, letters outside ASCII and blanks encoded, nothing else touched.</summary>
    public string Address
    {
        get
        {
            var address = new StringBuilder("api/v1/");
            foreach (var rune in Target.Replace("{extracted}", Api.IdOf("soc-trang/tong-ket-2023.txt"), StringComparison.Ordinal)
                .Replace("{rejected}", Api.IdOf("quang-tri/khong-doc-duoc.txt"), StringComparison.Ordinal).EnumerateRunes())
                address.Append(rune.IsAscii && rune.Value != ' ' ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
            return address.ToString();
        }
    }

    public override string ToString() => $"{Method} {(Target.Length > 120 ? Target[..120] + "…" : Target)} {Header}";

    static AnswerRow Read(string line)
    {
        var cells = line.Split(" | ");
        string Cell(int i) => i < cells.Length ? cells[i].Trim() : "";
        return new AnswerRow(
            Cell(0), Cell(1), int.Parse(Cell(2), System.Globalization.CultureInfo.InvariantCulture), Cell(3),
            [.. Cell(4).Split('~', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Replace("\\uFEFF", "\uFEFF", StringComparison.Ordinal))], Cell(5));
    }
}
