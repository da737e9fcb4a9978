using System.Text;

namespace ServerlessIct.App.Api;

/// <summary>
/// Vietnamese letters as one character each (NFC), whatever marks they come with: some systems write file names apart (NFD), and the same name
/// must be the same document. The app runs without ICU, where normal forms are not to be had.
/// </summary>
static class ComposedLetters
{
    const char None = '\0', Breve = '\u0306', Circumflex = '\u0302', Horn = '\u031B';

    /// <summary>Grave, acute, hook, tilde, dot: in the order of the letters below.</summary>
    const string Tones = "\u0300\u0301\u0309\u0303\u0323";

    /// <summary>A letter, the mark that makes it another letter, and what it is with no tone and with each tone.</summary>
    static readonly (char Bare, char Mark, string Forms)[] Letters =
    [
        ('a', None, "aàáảãạ"), ('a', Breve, "ăằắẳẵặ"), ('a', Circumflex, "âầấẩẫậ"), ('e', None, "eèéẻẽẹ"), ('e', Circumflex, "êềếểễệ"), ('i', None, "iìíỉĩị"),
        ('o', None, "oòóỏõọ"), ('o', Circumflex, "ôồốổỗộ"), ('o', Horn, "ơờớởỡợ"), ('u', None, "uùúủũụ"), ('u', Horn, "ưừứửữự"), ('y', None, "yỳýỷỹỵ"),
    ];

    static readonly Dictionary<(char Bare, char Mark, char Tone), char> Whole = Letters
        .SelectMany(l => l.Forms.Select((form, i) => (Parts: (l.Bare, l.Mark, Tone: i == 0 ? None : Tones[i - 1]), Form: form))).ToDictionary(f => f.Parts, f => f.Form);

    static readonly Dictionary<char, (char Bare, char Mark, char Tone)> Parts = Whole.ToDictionary(w => w.Value, w => w.Key);

    /// <summary>The text with its letters composed; what is no Vietnamese letter stays.</summary>
    public static string In(string text)
    {
        var composed = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var lower = char.ToLowerInvariant(text[i]);
            if (!Parts.TryGetValue(lower, out var parts))
            {
                composed.Append(text[i]);
                continue;
            }
            var isUpper = lower != text[i];
            while (i + 1 < text.Length && With(parts, text[i + 1]) is { } more)
            {
                parts = more;
                i++;
            }
            composed.Append(isUpper ? char.ToUpperInvariant(Whole[parts]) : Whole[parts]);
        }
        return composed.ToString();
    }

    /// <summary>A letter with one mark more; null where there is no such letter.</summary>
    static (char Bare, char Mark, char Tone)? With((char Bare, char Mark, char Tone) parts, char mark)
    {
        if (mark < Tones[0]) return null;
        var more = Tones.Contains(mark, StringComparison.Ordinal)
            ? parts with { Tone = parts.Tone == None ? mark : '?' }
            : parts with { Mark = parts.Mark == None ? mark : '?' };
        return Whole.ContainsKey(more) ? more : null;
    }
}
