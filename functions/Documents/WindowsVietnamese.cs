namespace ServerlessIct.Documents;

/// <summary>Windows-1258 decodes any bytes; whether they were Vietnamese shows only in what comes out.</summary>
static class WindowsVietnamese
{
    const string Vowels = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY";
    const string OwnLetters = "ăâđêôơưĂÂĐÊÔƠƯ";
    const string SharedLetters = "àáèéíóùúÀÁÈÉÍÓÙÚ";
    const string Letters = OwnLetters + SharedLetters;

    /// <summary>True where tone marks stand on vowels and hardly a letter is foreign to Vietnamese.</summary>
    /// <param name="decoded">The text before composition: the encoding writes tones as marks of their own.</param>
    public static bool IsPlausible(string decoded)
    {
        int letters = 0, own = 0, foreign = 0;
        for (var i = 0; i < decoded.Length; i++)
        {
            var c = decoded[i];
            if (c is >= '\u0080' and < '\u00A0')
                return false;
            if (c is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323')
            {
                if (i > 0 && Vowels.Contains(decoded[i - 1], StringComparison.Ordinal))
                    own++;
                else
                    foreign++;
            }
            else if (char.IsLetter(c))
            {
                letters++;
                own += OwnLetters.Contains(c, StringComparison.Ordinal) ? 1 : 0;
                foreign += c > '\u007F' && !Letters.Contains(c, StringComparison.Ordinal) ? 1 : 0;
            }
        }

        return own >= 3 && own * 50L >= letters && foreign * 20L <= own;
    }
}
