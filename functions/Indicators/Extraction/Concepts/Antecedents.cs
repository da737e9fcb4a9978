using System.Runtime.InteropServices;
using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.Concepts;

/// <summary>A figure that later ones may go on with.</summary>
/// <param name="Observation">Its place among the document's observations.</param>
/// <param name="Indicator">Its indicator; null where it has none.</param>
/// <param name="Unit">Its unit; null where only a comparison was stated.</param>
/// <param name="Counted">The tokens of what it counts; empty for none.</param>
/// <param name="Paragraph">Its paragraph.</param>
/// <param name="Sentence">Its sentence.</param>
/// <param name="Of">Its period.</param>
/// <param name="Named">Whether its own words name it.</param>
/// <param name="At">Its first token.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct Antecedent(int Observation, Indicator? Indicator, Unit? Unit, (int First, int End) Counted, int Paragraph, int Sentence, Period? Of, bool Named, int At);

/// <summary>
/// Tells which figure a statement goes on with that has no subject but a place, a time or a pronoun: <c>Đồng Tháp đạt 85,27%</c> behind the
/// province's own share, <c>tỷ lệ này mới đạt 45,8%</c>.
/// </summary>
sealed class Antecedents
{
    /// <summary>So many figures back a pronoun may point.</summary>
    const int MostKept = 24;

    readonly List<Antecedent> figures = [];
    Antecedent? share, index;

    /// <summary>Remembers a figure; one whose own words name it ends what was spoken of in its unit.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="isIndex">Whether it is the score or rank of an index, in the catalogue or not.</param>
    /// <param name="isPart">Whether it is of a part only: <c>khối địa phương chỉ đạt 17,8%</c>.</param>
    public void Note(Antecedent figure, bool isIndex, bool isPart)
    {
        if (figures.Count == MostKept) figures.RemoveAt(0);
        figures.Add(figure);
        if (figure.Unit == Unit.Percent && figure.Named && !isPart) share = figure;
        // Xếp hạng 21/63 với chỉ số 0,4618: a score without a code beside a rank that has one.
        if (isIndex && !(figure.Indicator is null && index is { Indicator: not null } other && other.Sentence == figure.Sentence && other.Unit != figure.Unit)) index = figure;
    }

    /// <summary>An index is spoken of without a figure: the scores and ranks that come next are of that.</summary>
    public void Speak(Indicator named, int paragraph, int at) => index = new Antecedent(-1, named, named.Unit, default, paragraph, 0, null, true, at);

    /// <summary>Forgets the document.</summary>
    public void Clear()
    {
        figures.Clear();
        (share, index) = (null, null);
    }

    /// <summary>The last figure; null for none.</summary>
    public Antecedent? Last => figures.Count > 0 ? figures[^1] : null;

    /// <summary>The figure that a pronoun means: the last of the unit that it wants, else the last.</summary>
    public Antecedent? Pronoun(Unit? unit, int paragraph)
    {
        for (var i = figures.Count - 1; i >= 0 && figures[i].Paragraph >= paragraph - 1; i--)
            if (unit is null || figures[i].Unit == unit) return figures[i];
        return figures.Count > 0 && figures[^1].Paragraph >= paragraph - 1 ? figures[^1] : null;
    }

    /// <summary>The figure of which another place's is told: the last of the same unit, for a share, a score or a rank the one spoken of.</summary>
    public Antecedent? Place(Unit? unit, int paragraph)
    {
        if (unit == Unit.Percent) return share;
        if (unit == Unit.Score || unit == Unit.Rank) return index;
        for (var i = figures.Count - 1; i >= 0 && figures[i].Paragraph >= paragraph - 1; i--)
            if (figures[i].Unit == unit && figures[i].Counted.End == 0 && figures[i].Indicator is not null) return figures[i];
        return null;
    }

    /// <summary>The figure that counts what another place's does, in words that begin alike: <c>Phú Thọ 2.489 tổ</c>.</summary>
    /// <param name="tokens">The tokens of the text.</param>
    /// <param name="counted">Those of the words counted.</param>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="elsewhere">Whether it is of another place by name: then any figure before will do that alone counts such things.</param>
    public Antecedent? Counting(Token[] tokens, (int First, int End) counted, int paragraph, bool elsewhere)
    {
        Antecedent? only = null;
        for (var i = figures.Count - 1; i >= 0; i--)
        {
            if (figures[i] is not { Indicator: { } named } || figures[i].Unit != Unit.Count || !BeginsWith(tokens, figures[i].Counted, counted)) continue;
            if (figures[i].Paragraph >= paragraph - 1) return figures[i];
            if (!elsewhere || (only is { } other && other.Indicator != named)) return null;
            only ??= figures[i];
        }

        return only;
    }

    static bool BeginsWith(Token[] tokens, (int First, int End) words, (int First, int End) others)
    {
        if (others.End - others.First > words.End - words.First) return false;
        for (var i = 0; i < others.End - others.First; i++)
            if (tokens[words.First + i].Word != tokens[others.First + i].Word) return false;
        return true;
    }

    /// <summary><c>Chỉ tiêu giao cho cả năm là 55%</c>: the last figure of its unit in the paragraph.</summary>
    public Antecedent? Goal(Unit? unit, int paragraph)
    {
        for (var i = figures.Count - 1; i >= 0 && figures[i].Paragraph == paragraph; i--)
            if (figures[i].Unit == unit) return figures[i];
        return null;
    }

    /// <summary><c>Tính chung 8 tháng đạt 96,8 tỷ đồng</c>: the one indicator that the sentence before told in this unit.</summary>
    public Antecedent? Time(Unit? unit, int paragraph, int sentence)
    {
        Antecedent? found = null;
        for (var i = figures.Count - 1; i >= 0 && figures[i].Paragraph == paragraph && figures[i].Sentence >= sentence - 1; i--)
        {
            if (figures[i].Sentence == sentence) return null;
            if (unit is not null && figures[i].Unit != unit) continue;
            if (figures[i].Indicator is null || (found is { } other && other.Indicator != figures[i].Indicator)) return null;
            found ??= figures[i];
        }

        return found;
    }

    /// <summary>The indicator of the same index told in another unit: the score of what was ranked, or the other way round.</summary>
    public static Indicator? InUnit(Indicator? indicator, Unit? unit)
    {
        if (indicator is null || unit is not { } wanted || indicator.Unit == wanted) return indicator;
        if (wanted != Unit.Score && wanted != Unit.Rank) return null;
        var stem = indicator.Code.AsSpan(0, indicator.Code.LastIndexOf('_') + 1);
        foreach (var other in IndicatorCatalogue.Default.All)
            if (other.Unit == wanted && other.Code.AsSpan().StartsWith(stem, StringComparison.Ordinal)) return other;
        return null;
    }
}
