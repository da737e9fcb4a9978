using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Extraction;
using ServerlessIct.Indicators.Places;
using ServerlessIct.Scoring;

namespace ServerlessIct.Indicators.Tests.Corpus;

/// <summary>How well the labelled texts are read (README.md beside them). The least scores are a little below what was reached, and only ever raised.</summary>
public class CorpusTests
{
    public static TheoryData<string, string> Texts
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var folder in (string[])[LabelledFolders.Corpus, LabelledFolders.HeldOut])
                foreach (var text in LabelledText.Load(folder)) data.Add(Path.GetFileName(folder), text.Name);
            return data;
        }
    }

    [Fact]
    public void The_texts_are_read_as_well_as_before() =>
        ShouldReach(LabelledFolders.Corpus, total: (0.897, 0.948, 0.982), mean: (0.894, 0.947, 0.982));

    [Fact]
    public void The_texts_held_out_are_read_as_well_as_before() =>
        ShouldReach(LabelledFolders.HeldOut, total: (0.750, 0.694, 0.970), mean: (0.747, 0.677, 0.969));

    static void ShouldReach(string folder, (double Facts, double Comparisons, double Quantities) total, (double Facts, double Comparisons, double Quantities) mean)
    {
        var texts = LabelledText.Load(folder);
        var score = new TotalScore([.. texts.Select(t => t.Score(Extractor.Read(t.Text, DocumentHints.None)))]);
        var reached = FormattableString.Invariant($"facts {score.Facts}, comparisons {score.Comparisons}, quantities {score.Quantities}; means {score.MeanFacts:0.000}, {score.MeanComparisons:0.000}, {score.MeanQuantities:0.000}");
        score.Facts.F1.ShouldBeGreaterThanOrEqualTo(total.Facts, reached);
        score.Comparisons.F1.ShouldBeGreaterThanOrEqualTo(total.Comparisons, reached);
        score.Quantities.F1.ShouldBeGreaterThanOrEqualTo(total.Quantities, reached);
        score.MeanFacts.ShouldBeGreaterThanOrEqualTo(mean.Facts, reached);
        score.MeanComparisons.ShouldBeGreaterThanOrEqualTo(mean.Comparisons, reached);
        score.MeanQuantities.ShouldBeGreaterThanOrEqualTo(mean.Quantities, reached);
        score.RightPlaces.ShouldBe(texts.Count);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Labels_follow_the_format(string folder, string name)
    {
        var text = LabelledText.Load(folder == "HeldOut" ? LabelledFolders.HeldOut : LabelledFolders.Corpus).Single(t => t.Name == name);
        LatinComposition.Compose(text.Text).ShouldBe(text.Text, "The text is not in NFC.");
        text.Text.ShouldNotContain('\r');
        text.Labels.Genre.ShouldNotBeNullOrWhiteSpace();
        ShouldBePlace(text.Labels.Province);
        foreach (var fact in text.Labels.Facts) ShouldFollow(fact, text.Text);
    }

    static void ShouldFollow(Fact fact, string text)
    {
        var about = fact.ToString();
        fact.Quote.ShouldNotBeNull(about);
        text.ShouldContain(fact.Quote);
        if (fact.Indicator is { } code) IndicatorCatalogue.Default.All.ShouldContain(i => i.Code == code, about);
        else fact.Label.ShouldNotBeNullOrWhiteSpace(about);
        if (fact.Period is { } period) Period.TryParse(period, out _).ShouldBeTrue(about);
        ShouldBePlace(fact.Province);
        fact.Kind.ShouldBeOneOf("actual", "target");
        if (fact.Value is null) fact.Comparisons.ShouldNotBeEmpty(about);
        else fact.Unit.ShouldNotBeNull(about);
        foreach (var comparison in fact.Comparisons)
        {
            if (comparison.Basis is { } basis) Basis.TryParse(basis, out _).ShouldBeTrue(about);
            comparison.Relation.ShouldBeOneOf("change", "ratio", "level");
            comparison.Value.ShouldNotBeNull(about);
            comparison.Unit.ShouldNotBeNull(about);
        }
    }

    static void ShouldBePlace(string? slug) => (slug is null || Gazetteer.Default.Knows(slug)).ShouldBeTrue(slug);

    /// <summary>The table of the README names every text, and no other.</summary>
    [Fact]
    public void The_table_lists_every_text()
    {
        var rows = File.ReadLines(Path.Combine(LabelledFolders.Corpus, "README.md")).SkipWhile(l => !l.StartsWith("|---", StringComparison.Ordinal)).Skip(1);
        var listed = rows.TakeWhile(l => l.StartsWith('|')).Select(l => l.Split('|')[1].Trim());
        listed.Order(StringComparer.Ordinal).ShouldBe(Texts.Select(t => t.Data.Item2).Order(StringComparer.Ordinal));
    }
}
