using System.Globalization;
using System.Text;

namespace ServerlessIct.App.Storage;

/// <summary>
/// Table keys made of parts: <c>part|part|part</c>. What a key may not hold (<c>/ \ # ?</c>, control characters), what is troublesome in
/// addresses (<c>% +</c>), the two signs used here and lone surrogates are written <c>~</c> and four hexadecimal digits.
/// </summary>
public static class TableKey
{
    const char Separator = '|', Escape = '~';

    /// <summary>The longest key that both the service (1,024) and its emulator (512) accept.</summary>
    public const int LongestKey = 512;

    /// <summary>Joins parts to one key.</summary>
    /// <exception cref="ArgumentException">The key would be longer than <see cref="LongestKey"/>.</exception>
    public static string Join(params ReadOnlySpan<string> parts)
    {
        var key = new StringBuilder();
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0) key.Append(Separator);
            Append(key, parts[i]);
        }
        return key.Length <= LongestKey
            ? key.ToString()
            : throw new ArgumentException($"A table key of {key.Length} characters is too long; {LongestKey} are allowed.", nameof(parts));
    }

    /// <summary>The parts that <see cref="Join"/> was given.</summary>
    /// <exception cref="FormatException">The key was not written by <see cref="Join"/>.</exception>
    public static IReadOnlyList<string> Split(string key) => [.. key.Split(Separator).Select(Unescape)];

    /// <summary>The keys that begin with these parts: from the first, included, to the second, excluded.</summary>
    public static (string From, string Before) Range(params ReadOnlySpan<string> parts)
    {
        var prefix = Join(parts);
        return (prefix + Separator, prefix + (char)(Separator + 1));
    }

    static void Append(StringBuilder key, string part)
    {
        for (var i = 0; i < part.Length; i++)
        {
            var c = part[i];
            if (char.IsHighSurrogate(c) && i + 1 < part.Length && char.IsLowSurrogate(part[i + 1]))
                key.Append(c).Append(part[++i]);
            else if (MustEscape(c))
                key.Append(Escape).Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            else
                key.Append(c);
        }
    }

    static bool MustEscape(char c) =>
        c is '/' or '\\' or '#' or '?' or '%' or '+' or Separator or Escape or '\uFFFE' or '\uFFFF' || char.IsControl(c) || char.IsSurrogate(c);

    static string Unescape(string part)
    {
        if (!part.Contains(Escape, StringComparison.Ordinal)) return part;
        var text = new StringBuilder(part.Length);
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] != Escape)
            {
                text.Append(part[i]);
                continue;
            }
            if (i + 4 >= part.Length || !ushort.TryParse(part.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
                throw new FormatException($"'{part}' is no part of a table key: '{Escape}' must be followed by four hexadecimal digits.");
            text.Append((char)unit);
            i += 4;
        }
        return text.ToString();
    }
}
