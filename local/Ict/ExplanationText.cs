using System.Globalization;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Extraction;

namespace ServerlessIct.Local.Ict;

/// <summary>Explanations as lines for people: <c>line:column  number  what it was taken for  (rule)</c>.</summary>
static class ExplanationText
{
    static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>A label is cut here, so that a number stays on one line of a terminal.</summary>
    const int LongestLabel = 40;

    /// <summary>So many of the features that decided are shown.</summary>
    const int MostEvidence = 3;

    /// <summary>One line for each explanation, in the order of the text.</summary>
    /// <param name="text">The text that the spans refer to.</param>
    /// <param name="explanations">The explanations, in the order of the text.</param>
    public static IEnumerable<string> Lines(string text, IReadOnlyList<Explanation> explanations)
    {
        var (line, lineStart) = (1, 0);
        foreach (var explanation in explanations)
        {
            for (int next; (next = text.IndexOf('\n', lineStart, explanation.Span.Start - lineStart)) >= 0;) (line, lineStart) = (line + 1, next + 1);
            var written = explanation.Span.In(text).Replace('\n', ' ');
            yield return string.Create(Culture, $"  {line}:{explanation.Span.Start - lineStart + 1}  “{written}”  {InterpretationOf(explanation)}  ({explanation.Rule}{Decision(explanation.Decision)})");
        }
    }

    static string InterpretationOf(Explanation explanation) => explanation switch
    {
        { Interpretation: NumberInterpretation.Value, Observation: { } of } => $"value: {Subject(of)} = {Number(of.Value)}{Whole(of)} {of.Unit}, {Circumstances(of)}",
        { Interpretation: NumberInterpretation.Comparison, Observation: { } of, Comparison: { } comparison } =>
            $"comparison: {comparison.Relation.ToString().ToLowerInvariant()} {Inexact(comparison)}{Number(comparison.Value)} {comparison.Unit} against {comparison.Basis?.ToString() ?? "what is not said"}, of {Subject(of)}, {Circumstances(of)}",
        { Interpretation: NumberInterpretation.Period } => $"period: {explanation.Period?.ToString() ?? "told by the text around it"}",
        _ => "left",
    };

    /// <summary><c>; scores 6.2, next telecom.revenue 1.4: ownHead +3.5, countAgrees +1</c>.</summary>
    static string Decision(IndicatorDecision? decision)
    {
        if (decision is null or { Chosen: null, RunnerUp: null }) return "";
        var next = decision.RunnerUp is { } code ? $", next {code} {Score(decision.RunnerUpScore)}" : "";
        var why = decision.Evidence.Take(MostEvidence).Select(e => string.Create(Culture, $"{e.Feature} {e.Difference:+0.##;-0.##}"));
        return $"; scores {Score(decision.Score)}{next}: {string.Join(", ", why)}";
    }

    static string Score(double score) => score.ToString("0.##", Culture);

    static string Subject(Observation of) => of.Indicator ?? $"“{(of.Label.Length > LongestLabel ? of.Label[..LongestLabel] + "…" : of.Label)}”";

    static string Circumstances(Observation of) => string.Join(", ", Each(of));

    static IEnumerable<string> Each(Observation of)
    {
        yield return of.Period?.ToString() ?? "no period";
        if (of.Province is { } province) yield return province;
        yield return of.Kind.ToString().ToLowerInvariant();
        if (of.Qualifier != Qualifier.Exact) yield return of.Qualifier.ToString().ToLowerInvariant();
    }

    static string Inexact(Comparison comparison) => comparison.Qualifier == Qualifier.Exact ? "" : comparison.Qualifier.ToString().ToLowerInvariant() + " ";

    static string Whole(Observation of) => of.Total is { } total ? "/" + Number(total) : "";

    static string Number(decimal? value) => value?.ToString("0.############", Culture) ?? "-";
}
