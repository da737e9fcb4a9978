using System.Runtime.InteropServices;

namespace ServerlessIct.Documents;

/// <summary>
/// Recognises text typed for the fonts of before Unicode, which put Vietnamese letters in the places of Western symbols:
/// TCVN3 writes "cña c¸c tØnh", VNI "cuûa caùc tænh".
/// </summary>
static class LegacyFont
{
    const int FewestSlips = 5;
    const int FewestKinds = 3;
    const int LettersPerSlip = 50;

    // In TCVN3 these are ă â ê ô ơ đ à ả ã á ạ: symbols that touch a letter on every second word.
    const string TcvnSymbols = "¨©ª«¬®µ¶·¸¹";

    // In VNI the tone follows its vowel as a letter of its own: pairs that Vietnamese in Unicode never has.
    static readonly (char Vowel, string Tones)[] VniPairs =
    [
        ('a', "âàáãêèéúøùûõïåäüë"), ('e', "âàáãøùûõïåä"), ('o', "âøùûõïåä"), ('u', "øùûõï"), ('y', "øùûõ"), ('ô', "øùûõï"), ('ö', "øùûõïô"),
    ];

    /// <summary>The name of the font encoding, null for Unicode.</summary>
    public static string? NameIn(string text)
    {
        var letters = 0;
        var tcvn = new Slips();
        var vni = new Slips();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            letters += char.IsLetter(c) ? 1 : 0;
            if (c < '\u0080')
                continue;
            var before = i > 0 ? text[i - 1] : ' ';
            if (TcvnSymbols.AsSpan().IndexOf(c) is var symbol and >= 0 && (char.IsAsciiLetter(before) || IsAsciiLetterAt(text, i + 1)))
                tcvn.Add(symbol);
            else if (IsVniPair(before, c))
                vni.Add(c % 32);
        }

        if (tcvn.AreMany(letters))
            return "TCVN3 (ABC)";
        return vni.AreMany(letters) ? "VNI" : null;
    }

    static bool IsAsciiLetterAt(string text, int at) => at < text.Length && char.IsAsciiLetter(text[at]);

    static bool IsVniPair(char before, char c)
    {
        var (vowel, tone) = (char.ToLowerInvariant(before), char.ToLowerInvariant(c));
        foreach (var (first, tones) in VniPairs)
        {
            if (first == vowel)
                return tones.Contains(tone, StringComparison.Ordinal);
        }

        return false;
    }

    [StructLayout(LayoutKind.Auto)]
    struct Slips
    {
        int count;
        uint kinds;

        public void Add(int kind)
        {
            count++;
            kinds |= 1u << kind;
        }

        public readonly bool AreMany(int letters) =>
            count >= FewestSlips && (long)count * LettersPerSlip >= letters && uint.PopCount(kinds) >= FewestKinds;
    }
}
