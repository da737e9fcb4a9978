using ServerlessIct.Indicators.Extraction;
using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Tests.Extraction;
using ServerlessIct.Scoring;

namespace ServerlessIct.Indicators.Tests.Corpus;

/// <summary>A feature with its weight at nothing, or an ability off: what reads no text otherwise then is of no use.</summary>
public class WeightTests
{
    static readonly Language Shipped = Language.Vietnamese;

    /// <summary>What is read in the tables' rows and the corpus.</summary>
    static readonly Lazy<IReadOnlyList<(string Text, DocumentHints Hints, string Read)>> Readings = new(() => [.. Texts().Select(t => (t.Text, t.Hints, Read(t.Text, t.Hints, Shipped)))]);

    /// <summary>
    /// Those without which everything is read the same, each a debt: it is to be removed, or to get a row that needs it, and then its name goes from here.
    /// </summary>
    static readonly HashSet<string> Idle = new(StringComparer.Ordinal)
    {
        "Feature.PreviousHead", "Feature.LeadHead", "Feature.HeadingHead", "Feature.SentencePart", "Feature.LeadPart",
        "PeriodFeature.AtBasis", "PeriodFeature.Passing", "PeriodFeature.ToCome", "PeriodFeature.BeforeTask",
        "PeriodFeature.OfTask", "PeriodFeature.Covered", "PeriodFeature.Written", "PeriodFeature.Tabled", "PeriodFeature.Unusual",
    };

    public static TheoryData<string> Parts =>
    [
        .. Enum.GetNames<Feature>().Select(n => $"{nameof(Feature)}.{n}"),
        .. Enum.GetNames<PeriodFeature>().Select(n => $"{nameof(PeriodFeature)}.{n}"),
        .. Enum.GetNames<PlaceFeature>().Select(n => $"{nameof(PlaceFeature)}.{n}"),
        .. Enum.GetNames<Abilities>().Except([nameof(Abilities.None), nameof(Abilities.All)]).Select(n => $"{nameof(Abilities)}.{n}"),
    ];

    [Theory]
    [MemberData(nameof(Parts))]
    public void Without_it_some_text_is_read_otherwise(string part)
    {
        var without = Without(part);
        var changes = Readings.Value.Any(r => Read(r.Text, r.Hints, without) != r.Read);
        changes.ShouldBe(!Idle.Contains(part), Idle.Contains(part) ? "It is of use now: it goes from the list of the idle." : "It is of no use.");
    }

    static Language Without(string part)
    {
        var name = part[(part.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return part.Split('.')[0] switch
        {
            nameof(Feature) => Shipped with { Weights = Shipped.Weights.With(Enum.Parse<Feature>(name), 0) },
            nameof(PeriodFeature) => Shipped with { PeriodWeights = Shipped.PeriodWeights.With(Enum.Parse<PeriodFeature>(name), 0) },
            nameof(PlaceFeature) => Shipped with { PlaceWeights = Shipped.PlaceWeights.With(Enum.Parse<PlaceFeature>(name), 0) },
            _ => Shipped with { Abilities = Abilities.All & ~Enum.Parse<Abilities>(name) },
        };
    }

    /// <summary>Choices that hold are choices made again: what is not read anew would not be read otherwise.</summary>
    [Fact]
    public void A_text_whose_choices_hold_is_read_the_same()
    {
        var (held, differs) = (0, 0);
        foreach (var (text, hints, read) in Readings.Value.Take(400))
        {
            var choices = new Decisions();
            Read(text, hints, Shipped with { Decisions = choices }).ShouldBe(read);
            choices.Hold(Shipped).ShouldBeTrue();
            foreach (var feature in (Feature[])[Feature.GoesOn, Feature.OwnHead, Feature.SentenceHead, Feature.ContentBetween, Feature.CountsApart])
            {
                var other = Shipped with { Weights = Shipped.Weights.With(feature, -Shipped.Weights[feature]) };
                if (choices.Hold(other)) Read(text, hints, other).ShouldBe(read);
                else differs++;
                held++;
            }
        }

        differs.ShouldBeInRange(1, held - 1);
    }

    static string Read(string text, DocumentHints hints, Language language) => ExtractionJson.Line("", Extractor.Read(text, hints, language));

    static IEnumerable<(string Text, DocumentHints Hints)> Texts()
    {
        foreach (var table in (string[])["examples.json", "subjects.json", "comparisons.json", "periods.json", "kinds.json", "places.json", "documents.json", "document-places.json", "numbers.json", "units.json", "traps.json", "tables.json", "typed.json"])
            foreach (var row in ExampleTable.Rows(table)) yield return (row.Text, row.DocumentHints);
        foreach (var text in LabelledText.Load(LabelledFolders.Corpus)) yield return (text.Text, DocumentHints.None);
    }
}
