using System.Text;

namespace ServerlessIct.Benchmarks;

/// <summary>
/// The least that any reader of a text must do, as the yardstick of extraction: decode UTF-8 to a string, check that it is in NFC, look at
/// every character. The check is the one that extraction itself makes first: no combining mark of U+0300 to U+036F and neither the Kelvin
/// nor the Ångström sign, which together tell for Latin letters (string.IsNormalized answers true for any text under
/// InvariantGlobalization). It is far cheaper than a check against the tables of all of Unicode, so the yardstick is a short one.
/// </summary>
static class BarePass
{
    /// <summary>The digits of a text, and 1 more where it is not in NFC.</summary>
    public static int Read(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8);
        var composed = !text.AsSpan().ContainsAnyInRange('\u0300', '\u036F') && !text.AsSpan().ContainsAny('\u212A', '\u212B');
        var digits = composed ? 0 : 1;
        foreach (var c in text)
            if (char.IsAsciiDigit(c)) digits++;
        return digits;
    }
}
