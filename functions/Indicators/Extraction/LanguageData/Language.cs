using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Extraction.Lexing;
using ServerlessIct.Indicators.Places;

namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>Everything that extraction knows of the language, built once from the data files.</summary>
sealed record Language
{
    Language()
    {
        Vocabulary = new Vocabulary();
        var files = new LanguageFiles(Vocabulary);
        Numerals = new Numerals(files);
        Words = files.Read<Words>("words.json");
        Lexicon = new Lexicon(files);
        NonStatistics = new NonStatistics(files);
        PeriodWords = files.Read<PeriodWords>("periods.json");
        Vocabulary.LetMeetYears(PeriodWords.MeetingYears);
        QuantityWords = files.Read<QuantityWords>("quantities.json");
        KindWords = files.Read<KindWords>("kinds.json");
        DocumentWords = files.Read<DocumentWords>("documents.json");
        PeriodSurroundings = new PeriodSurroundings(PeriodWords, Words, Lexicon);
        Themes = new ThemePhrases(files);
        Headers = new HeaderWords(files);
        Cues = new CueIndex(files, Words, IndicatorCatalogue.Default);
        Places = new PlaceNames(files, Words, Gazetteer.Default);
    }

    public static Language Vietnamese { get; } = new();

    public Vocabulary Vocabulary { get; }

    public Numerals Numerals { get; }

    public Words Words { get; }

    public PeriodWords PeriodWords { get; }

    public PeriodSurroundings PeriodSurroundings { get; }

    public QuantityWords QuantityWords { get; }

    public KindWords KindWords { get; }

    public DocumentWords DocumentWords { get; }

    /// <summary>The phrases by which headings tell what follows them.</summary>
    public ThemePhrases Themes { get; }

    public Lexicon Lexicon { get; }

    public HeaderWords Headers { get; }

    /// <summary>The kinds of numbers that are no statistics.</summary>
    public NonStatistics NonStatistics { get; }

    /// <summary>The kind of them that is taken for statistics all the same, to show what it is worth; null for none.</summary>
    public string? WithoutKind { get; init; }

    public CueIndex Cues { get; }

    /// <summary>The weights by which candidates are chosen.</summary>
    public Weights<Feature> Weights { get; init; } = Weights<Feature>.Load("weights.json");

    /// <summary>The weights by which the reporting period is chosen.</summary>
    public Weights<PeriodFeature> PeriodWeights { get; init; } = Weights<PeriodFeature>.Load("period-weights.json");

    /// <summary>The weights by which the place of a document is chosen.</summary>
    public Weights<PlaceFeature> PlaceWeights { get; init; } = Weights<PlaceFeature>.Load("place-weights.json");

    public PlaceNames Places { get; }

    /// <summary>What is done with it; all but where somebody wants to know what a part is worth.</summary>
    public Abilities Abilities { get; init; } = Abilities.All;

    /// <summary>Where choices made by weights are noted; null to read only.</summary>
    public Decisions? Decisions { get; init; }

    public bool Can(Abilities ability) => (Abilities & ability) == ability;
}
