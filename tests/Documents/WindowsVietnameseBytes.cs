using System.Text;

namespace ServerlessIct.Documents.Tests;

/// <summary>Writes Windows-1258 as Windows does: circumflex, breve and horn with their letter, the five tones after it.</summary>
static class WindowsVietnameseBytes
{
    const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    public static byte[] Of(string text)
    {
        var split = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormC))
        {
            var parts = c.ToString().Normalize(NormalizationForm.FormD);
            var tone = parts.IndexOfAny(Tones.ToCharArray());
            split.Append(tone < 0 ? c.ToString() : parts.Remove(tone, 1).Normalize(NormalizationForm.FormC) + parts[tone]);
        }

        return CodePagesEncodingProvider.Instance.GetEncoding(1258, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!
            .GetBytes(split.ToString());
    }
}
