using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using ServerlessIct.Indicators.Extraction;
using ServerlessIct.Indicators.Extraction.LanguageData;

namespace ServerlessIct.Indicators.Tests.Extraction;

public partial class ExplanationTests
{
    static readonly DocumentHints SocTrang2023 = new(Province: "soc-trang", Year: 2023);

    static readonly string[] Words =
    [
        "doanh thu", "viễn thông", "đạt", "tăng", "so với", "năm", "2023", "2022", "kế hoạch là", "1.463", "69,3", "212/216", "%", "tỷ", "đồng", "trạm", "BTS 4G", "(", ")", ",",
        ";", ".", "\n", "xếp thứ", "36/63", "lần lượt", "và", "quý 3", "12/12/2024", "57-NQ/TW", "1 463", "24/7", "m2", "1/2/3", "Điện thoại: 0299.3822339", "từ 15 tuổi trở lên", "123456789012345678901", "999999999999999999", "triệu tỷ", "hai mươi", "tương ứng", "gần", "tỷ lệ", "6T/2024", "9T2023", "Q.III/2024", "trên tổng số", "cứ 100 dân", "/100 dân", "(hai mươi)", "tr.đồng", "32\n/63", "lên", "xuống còn", "2010", "|", "\t", "\n| 1 | Doanh thu (tỷ đồng) | 60 | 69,3 | 115,5\n", "\nTT | Chỉ tiêu | KH 2023 | TH 2023 | TH/KH (%)\n", "TT\tTên\tĐiện thoại\n1\tA\n2\tB\n",
    ];

    public static TheoryData<string, string, string[]> Examples => ExampleTable.Load("explanations.json");

    [Theory]
    [MemberData(nameof(Examples))]
    public void Each_number_of_a_text_is_explained(string about, string text, string[] expected)
    {
        var (reading, explanations) = Extractor.Explain(text, SocTrang2023);
        explanations.Select(e => Written(e, reading.Text)).ShouldBe(expected, about);
    }

    [Fact]
    public void The_cue_is_named_with_its_words_in_the_text() =>
        Extractor.Explain("Số tên miền .vn là 1.945 tên miền.", SocTrang2023).Explanations.ShouldHaveSingleItem().Rule.ShouldEndWith("cue 1 of internet.vn_domains at “tên miền .vn”");

    [Fact]
    public void The_decision_shows_the_runner_up_and_what_decided()
    {
        const string Text = "Tỷ lệ hồ sơ thanh toán trực tuyến đạt 72,6%.";
        var decision = Extractor.Explain(Text, SocTrang2023).Explanations[0].Decision.ShouldNotBeNull();
        decision.Chosen.ShouldBe("egov.online_payment_rate");
        decision.RunnerUp.ShouldBe("egov.online_application_rate");
        decision.Score.ShouldBeGreaterThan(decision.RunnerUpScore);
        decision.Evidence.Sum(e => e.Difference).ShouldBe(decision.Score - decision.RunnerUpScore, 0.1);
        decision.Evidence[0].Feature.ShouldBe("ruledOut");
    }

    [Fact]
    public void Every_digit_of_a_text_stands_in_just_one_explanation() =>
        Prop.ForAll(Prose().ToArbitrary(), text =>
        {
            var (reading, explanations) = Extractor.Explain(text, DocumentHints.None);
            var times = new int[reading.Text.Length];
            foreach (var explanation in explanations)
                for (var i = explanation.Span.Start; i < explanation.Span.End; i++) times[i]++;
            return times.Index().All(t => char.IsAsciiDigit(reading.Text[t.Index]) ? t.Item == 1 : t.Item <= 1);
        }).Check(Thoroughness.Of(2000));

    [Fact]
    public void Explaining_a_text_reads_it_as_ever_and_shows_every_figure() =>
        Prop.ForAll(Prose().ToArbitrary(), text =>
        {
            var (reading, explanations) = Extractor.Explain(text, DocumentHints.None);
            var read = Extractor.Read(text, DocumentHints.None);
            return JsonSerializer.Serialize(reading) == JsonSerializer.Serialize(read)
                && read.Observations.All(o => explanations.Any(e => e.Observation is { } of && of.Source == o.Source))
                && explanations.All(e => e.Rule.Length > 0 && e.Interpretation is NumberInterpretation.Value or NumberInterpretation.Comparison == e.Observation is not null);
        }).Check(Thoroughness.Of(2000));

    static Gen<string> Prose() => Gen.Elements(Words).ListOf().Select(words => string.Join(' ', words));

    /// <summary><c>number | what it was taken for | rule</c>, without the number and the words of a cue, which change as cues are added.</summary>
    static string Written(Explanation e, string text) => $"{e.Span.In(text)} | {InterpretationOf(e)} | {CueNumber().Replace(e.Rule, "a cue of ${code}")}";

    [GeneratedRegex(@"cue [0-9]+ of (?<code>\S+) at “[^”]*”", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex CueNumber();

    static string InterpretationOf(Explanation e) => e.Interpretation switch
    {
        NumberInterpretation.Value => $"value of {e.Observation!.Indicator ?? "?"} {e.Observation.Period}",
        NumberInterpretation.Comparison => $"{e.Comparison!.Relation.ToString().ToLowerInvariant()} {e.Comparison.Value.ToString("0.####", CultureInfo.InvariantCulture)} {e.Comparison.Unit} of {e.Observation!.Indicator ?? "?"}",
        NumberInterpretation.Period => $"period {e.Period?.ToString() ?? "?"}",
        _ => "left",
    };
}
