using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Periods;

namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>What the heading of a column, or the label of a row, says of its cells.</summary>
sealed class Axis
{
    /// <summary>All tags found in it.</summary>
    public HeaderTag Tags { get; set; }

    /// <summary>The first tag where it is the only thing in the cell.</summary>
    public HeaderTag Whole { get; set; }

    /// <summary>The period of the values.</summary>
    public PeriodMention? Period { get; set; }

    /// <summary>The period compared with.</summary>
    public PeriodMention? Basis { get; set; }

    /// <summary>Whether the plan is what is compared with.</summary>
    public bool BasisIsPlan { get; set; }

    /// <summary>Whether <c>so với</c> or a stroke parts it: <c>TH/KH</c>, <c>2020/2019</c>.</summary>
    public bool IsParted { get; set; }

    /// <summary>Whether it says <c>%</c>.</summary>
    public bool Percent { get; set; }

    /// <summary>Whether <c>%</c> stands before all else: <c>% KH</c>.</summary>
    public bool PercentLeads { get; set; }

    /// <summary>The unit in its brackets.</summary>
    public Measure? Measure { get; set; }

    /// <summary>The words that name a subject, as tokens of the table; those that say nothing alone are among them.</summary>
    public List<int> Rest { get; } = [];

    /// <summary>Whether <see cref="Rest"/> says something.</summary>
    public bool Names { get; set; }

    /// <summary><c>so với KH HĐND tỉnh giao</c>, <c>% KH năm</c>: behind the plan that is compared with, words say whose it is, and name no subject.</summary>
    public bool TellsPlanner => (BasisIsPlan && IsParted) || (PercentLeads && Has(HeaderTag.Plan));

    /// <summary>Whether its cells say how values compare, and are none themselves.</summary>
    public bool IsComparison => Has(HeaderTag.Compared) || (IsParted && (Basis is not null || BasisIsPlan)) || Has(HeaderTag.Completion)
        || (Has(HeaderTag.Change) && !Names) || (PercentLeads && (Has(HeaderTag.Plan) || Period is { Reference: not PeriodReference.Named }));

    /// <summary>Whether it says when its values are of, or of what kind they are, and nothing else.</summary>
    public bool IsTime => !Names && (Period is not null || Has(HeaderTag.Plan | HeaderTag.Actual | HeaderTag.Estimated) || IsComparison);

    public bool Has(HeaderTag any) => Tags.HasAny(any);
}
