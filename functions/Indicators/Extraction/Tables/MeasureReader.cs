using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Extraction.Quantities;

namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>Reads units that stand without a number: in a column of units, in brackets behind a label, in a caption.</summary>
sealed class MeasureReader(Language language, char[] text, Token[] tokens)
{
    /// <summary>More words than a counted noun has.</summary>
    const int LongestNoun = 4;

    readonly QuantityWords words = language.QuantityWords;

    /// <summary>The unit that the tokens name; null where they name none.</summary>
    /// <param name="nouns">Whether words that are no known unit are taken for what is counted.</param>
    public Measure? Read(int first, int end, bool nouns)
    {
        var (factor, i) = (1m, first);
        if (i < end && tokens[i].Kind == TokenKind.Number)
        {
            // 1000 đồng, 1.000 tấn.
            if (!NumberReader.TryRead(Text(i), out factor) || factor is not (10 or 100 or 1000 or 1_000_000)) return null;
            if (++i == end) return null;
        }

        var multiplier = Multipliers.Read(language.Lexicon, tokens.AsSpan(0, end), i, out var next);
        var scaled = next > first;
        (factor, i) = (factor * multiplier, next);
        if (i < end && tokens[i].Word == words.Million)
        {
            // tr.đ, tr đồng.
            (factor, scaled) = (factor * 1_000_000, true);
            if (++i < end && tokens[i].Is('.')) i++;
        }

        if (i + 1 == end && (tokens[i].Word == words.Dong || tokens[i].Word == words.MillionDong)) return new Measure(tokens[i].Word == words.Dong ? factor : factor * 1_000_000, Unit.Vnd);
        if (i == end) return scaled ? new Measure(factor, Unit.Vnd) : null;
        if (language.Lexicon.Longest(tokens.AsSpan(0, end), i, out var unit) is > 0 and var size && unit!.Tag == PhraseTag.Unit)
        {
            // TB heads a column of thuê bao; nobody tables a province's terabytes.
            if (i + size == end) return new Measure(factor * unit.Factor, unit.Unit is "TB" ? Unit.Count : Unit.Of(unit.Unit!));
            if (tokens[i + size].Is('/') && unit.Unit is not "count") return new Measure(factor, unit.Unit is "km" ? Unit.Of("km") : Unit.Of($"{unit.Unit}/{text.AsSpan(tokens[i + size].End, tokens[end - 1].End - tokens[i + size].End).Trim()}"));
        }

        if (!(nouns || scaled) || end - i > LongestNoun) return null;
        for (var at = i; at < end; at++)
            if (tokens[at].Kind != TokenKind.Word && !tokens[at].Is(',') && !tokens[at].Is('/')) return null;
        return new Measure(factor, IsCompound(i, end) ? Unit.Of(new string(text.AsSpan(tokens[i].Start..tokens[end - 1].End))) : Unit.Count);
    }

    bool IsCompound(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (tokens[i].Is('/')) return true;
        return false;
    }

    ReadOnlySpan<char> Text(int i) => text.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start);
}
