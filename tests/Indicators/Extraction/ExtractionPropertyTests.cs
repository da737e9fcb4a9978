using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ServerlessIct.Indicators.Extraction;
using ServerlessIct.Indicators.Extraction.LanguageData;

namespace ServerlessIct.Indicators.Tests.Extraction;

public class ExtractionPropertyTests
{
    static readonly string[] Words =
    [
        "doanh thu", "viễn thông", "bưu chính", "đạt", "tăng", "giảm", "so với", "cùng kỳ", "năm", "2023", "2022", "kế hoạch", "1.463", "69,3", "212/216", "%",
        "tỷ", "triệu", "đồng", "trạm", "BTS", "(", ")", ",", ";", ".", "\n", "xếp thứ", "36/63", "lần lượt", "và", "tháng", "6", "quý", "III", "hộ gia đình", "🙂", "\"", ":", "trong đó", "12/12/2024", "57-NQ/TW", "|", "\t", "   ", "-", "Chỉ tiêu | 2022 | KH 2023\n", "TT\tNội dung\tĐVT\tSo sánh 2023/2022 (%)\n",
    ];

    static readonly Gen<string> Prose = Gen.Elements(Words).ListOf().Select(words => string.Join(' ', words));

    [Fact]
    public void Any_text_is_read_and_every_span_lies_inside_it() =>
        Prop.ForAll(Gen.OneOf(Prose, ArbMap.Default.GeneratorFor<string>().Select(s => s ?? "")).ToArbitrary(), text =>
        {
            var reading = Extractor.Read(text, DocumentHints.None);
            return reading.Observations.All(o => o.Source.Start >= 0 && o.Source.End <= reading.Text.Length && o.Source.Length > 0
                && o.Sentence.Start <= o.Source.Start && o.Sentence.End >= o.Source.End && o.Value is null == o.Unit is null);
        }).Check(Thoroughness.Of(2000));

    [Fact]
    public void The_same_text_gives_the_same_figures_composed_and_decomposed() =>
        Prop.ForAll(Prose.ToArbitrary(), text =>
        {
            var composed = Extractor.Read(text.Normalize(NormalizationForm.FormC), DocumentHints.None);
            var decomposed = Extractor.Read(text.Normalize(NormalizationForm.FormD), DocumentHints.None);
            return composed.Text == decomposed.Text && composed.Observations.Select(o => (o.Indicator, o.Value, o.Source)).SequenceEqual(decomposed.Observations.Select(o => (o.Indicator, o.Value, o.Source)));
        }).Check(Thoroughness.Of(500));

    /// <summary>Paragraphs that say of which year their figures are.</summary>
    static readonly string[] Paragraphs =
    [
        "Năm {0}, doanh thu dịch vụ bưu chính đạt {1},5 tỷ đồng, tăng 5% so với năm {2}.",
        "Năm {0}, toàn tỉnh có {1} trạm BTS, tăng 12 trạm so với năm {2}; số thuê bao di động là {1}.500 thuê bao.",
        "Năm {0}, tỷ lệ hộ gia đình có Internet cáp quang đạt 71,{1}% (kế hoạch là 80%).",
        "Năm {0}, Chỉ số chuyển đổi số (DTI) của tỉnh đạt 0,{1} điểm, xếp thứ 27/63, tăng 3 bậc so với năm {2}.",
        "Năm {0}, nộp trực tuyến {1} hồ sơ; trong đó toàn trình chiếm 61,4%, giảm 0,3 điểm phần trăm.",
        "Năm {0}, đã thanh tra 18 cuộc, xử phạt {1} triệu đồng, lần lượt tăng 2% và giảm 3% so với năm {2}.",
        "Năm {0}, số trạm 3G và 4G lần lượt là {1} và 1.378 trạm.",
    ];

    static readonly Gen<string> Paragraph =
        from text in Gen.Elements(Paragraphs)
        from year in Gen.Choose(2016, 2023)
        from number in Gen.Choose(100, 999)
        select string.Format(CultureInfo.InvariantCulture, text, year, number, year - 1);

    [Fact]
    public void Paragraphs_that_name_their_year_are_read_together_as_alone() =>
        Prop.ForAll(Paragraph.Two().ToArbitrary(), pair =>
        {
            var (one, other) = pair;
            var alone = ExampleTable.Lines(one).Concat(ExampleTable.Lines(other)).Distinct();
            return ExampleTable.Lines($"{one}\n\n{other}").SequenceEqual(alone);
        }).Check(Thoroughness.Of(500));

    [Fact]
    public void The_same_text_gives_the_same_figures_whatever_was_read_before() =>
        Prop.ForAll(Prose.Two().ToArbitrary(), pair =>
        {
            var first = ExampleTable.Lines(pair.Item1).ToList();
            ExampleTable.Lines(pair.Item2).ToList();
            return ExampleTable.Lines(pair.Item1).SequenceEqual(first);
        }).Check(Thoroughness.Of(500));
}
