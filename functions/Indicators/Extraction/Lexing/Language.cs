using ServerlessIct.Indicators.Catalogue;
using ServerlessIct.Indicators.Extraction.Concepts;
using ServerlessIct.Indicators.Extraction.Context;
using ServerlessIct.Indicators.Extraction.Periods;
using ServerlessIct.Indicators.Extraction.Tables;
using ServerlessIct.Indicators.Places;

namespace ServerlessIct.Indicators.Extraction.Lexing;

/// <summary>Everything that extraction knows of the language, built once from the data files.</summary>
sealed class Language
{
    Language()
    {
        Vocabulary = new Vocabulary();
        Numerals = new Numerals(Vocabulary);
        Words = new Words(Vocabulary);
        Lexicon = Lexicon.Load(Vocabulary);
        PeriodWords = new PeriodWords(Vocabulary, Words, Lexicon);
        Themes = new ThemePhrases(Vocabulary);
        Headers = HeaderWords.Load(Vocabulary);
        Cues = new CueIndex(Vocabulary, IndicatorCatalogue.Default);
        Places = new PlaceNames(Vocabulary, Gazetteer.Default);
    }

    public static Language Vietnamese { get; } = new();

    public Vocabulary Vocabulary { get; }

    public Numerals Numerals { get; }

    public Words Words { get; }

    public PeriodWords PeriodWords { get; }

    /// <summary>The phrases by which headings tell what follows them.</summary>
    public ThemePhrases Themes { get; }

    public Lexicon Lexicon { get; }

    public HeaderWords Headers { get; }

    public CueIndex Cues { get; }

    /// <summary>The weights by which candidates are chosen.</summary>
    public Weights Weights { get; } = Weights.Load();

    /// <summary>The weights by which the reporting period is chosen.</summary>
    public PeriodWeights PeriodWeights { get; } = PeriodWeights.Load();

    public PlaceNames Places { get; }
}
