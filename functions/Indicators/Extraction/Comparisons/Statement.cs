using ServerlessIct.Indicators.Extraction.Quantities;

namespace ServerlessIct.Indicators.Extraction.Comparisons;

/// <summary>A value with what is compared with it, or a comparison whose value is not stated.</summary>
sealed class Statement
{
    /// <summary>The value; null where only a comparison is stated.</summary>
    public Quantity? Level { get; set; }

    /// <summary>Changes, ratios and plan levels in the order of the text.</summary>
    public List<Quantity> Comparisons { get; } = [];

    /// <summary>The bases of comparisons that say that nothing changed.</summary>
    public List<BasisMention> Unchanged { get; } = [];

    /// <summary>Chunks of the subject: from, to.</summary>
    public (int From, int To) Subject { get; set; }

    /// <summary>Chunks of the words that the subject shares with its neighbours in a list; empty for none.</summary>
    public (int From, int To) Head { get; set; }

    /// <summary>Whether the subject has words of its own, or is that of the statement before.</summary>
    public bool OwnSubject { get; set; }

    /// <summary>The quantity that comes first in the text.</summary>
    public Quantity Anchor => Level ?? Comparisons[0];

    /// <summary>Makes this another statement, as yet without quantities.</summary>
    public Statement Begin((int From, int To) subject, (int From, int To) head, bool ownSubject)
    {
        Level = null;
        Comparisons.Clear();
        Unchanged.Clear();
        (Subject, Head, OwnSubject) = (subject, head, ownSubject);
        return this;
    }
}
