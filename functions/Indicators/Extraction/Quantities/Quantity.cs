using ServerlessIct.Indicators.Extraction.LanguageData;

namespace ServerlessIct.Indicators.Extraction.Quantities;

/// <summary>A number with its unit, as it stands in a sentence, and what the later stages learn about it.</summary>
sealed class Quantity
{
    /// <summary>A greater number has no multiplier behind it; with one it might not fit a decimal.</summary>
    public const decimal MostScaled = 1e13m;

    /// <summary>The first token of the number, counted in the document.</summary>
    public int First { get; private set; }

    /// <summary>One past the last token of the number and its unit.</summary>
    public int End { get; set; }

    /// <summary>The first chunk of what is counted, or of the words that follow the unit.</summary>
    public int NounFirst { get; set; }

    /// <summary>One past the last chunk of what is counted.</summary>
    public int NounEnd { get; set; }

    /// <summary>The value with its multipliers.</summary>
    public decimal Value { get; set; }

    /// <summary>The second number of <c>212/216</c>.</summary>
    public decimal? Total { get; set; }

    /// <summary>The unit; null for a bare number.</summary>
    public Unit? Unit { get; set; }

    /// <summary>Whether the text gives no unit, so that it is money only by default.</summary>
    public bool HasNoUnit { get; set; }

    /// <summary>The multiplier words behind the number; 1 for none.</summary>
    public decimal Scale { get; set; } = 1;

    /// <summary>Whether a multiplier word stands in it.</summary>
    public bool Scaled => Scale > 1;

    /// <summary>Whether plus or minus stands before it; the value carries the sign.</summary>
    public bool Signed { get; set; }

    public Qualifier Qualifier { get; set; }

    public bool Forecast { get; set; }

    /// <summary>Whether it counts what was added, and not what there is.</summary>
    public bool Added { get; set; }

    public Role Role { get; set; }

    /// <summary>Why this is no statistic.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Which kind of number that is no statistic; null where it is one, or was left for something else.</summary>
    public NonStatisticKind? Kind { get; set; }

    /// <summary>By which rule it has its role, where it is a statistic.</summary>
    public string Rule { get; set; } = "";

    /// <summary>Whether it was found to state nothing.</summary>
    public bool IsLeft => Role == Role.None && Reason.Length > 0;

    /// <summary>The tag of the verb that governs it.</summary>
    public PhraseTag Verb { get; set; }

    /// <summary>Whether <c>với</c> leads to it: it is told beside what stands before.</summary>
    public bool Beside { get; set; }

    /// <summary>1, or -1 for a fall.</summary>
    public int Sign { get; set; } = 1;

    /// <summary>The chunk of its sentence that holds it.</summary>
    public int Chunk { get; set; }

    /// <summary>The first chunk of the verb and qualifiers that lead to it; <see cref="Chunk"/> where there are none.</summary>
    public int Lead { get; set; }

    /// <summary>One past the last chunk of the basis that follows it.</summary>
    public int BasisEnd { get; set; }

    /// <summary>What it is compared with; null where the text does not say.</summary>
    public BasisMention? Basis { get; set; }

    /// <summary>The basis whose own value this is: <c>so với tháng trước (53,94%)</c>.</summary>
    public BasisMention? LevelOf { get; set; }

    /// <summary>Whether a movement starts from it: <c>từ 63% năm 2019 lên 71%</c>.</summary>
    public bool IsStart { get; set; }

    /// <summary>The chunk of the period that the sentence's build gives it; -1 for none.</summary>
    public int PeriodChunk { get; set; } = -1;

    /// <summary>The period named there, where a list of periods completes it.</summary>
    public Period? OwnPeriod { get; set; }

    /// <summary>Chunks of the subject: from, to.</summary>
    public (int From, int To) Subject { get; set; }

    /// <summary>Chunks of the words that the subject shares with its neighbours in a list; empty for none.</summary>
    public (int From, int To) Head { get; set; }

    /// <summary>Makes this the quantity of another number: what was learnt of the one before is forgotten.</summary>
    public Quantity Begin(int first, int end, decimal value)
    {
        First = first;
        End = end;
        Value = value;
        NounFirst = default;
        NounEnd = default;
        Total = default;
        Unit = default;
        HasNoUnit = default;
        Scale = 1;
        Signed = default;
        Added = default;
        Qualifier = default;
        Forecast = default;
        Role = default;
        Reason = "";
        Kind = null;
        Verb = default;
        Beside = default;
        Sign = 1;
        Chunk = default;
        Lead = default;
        BasisEnd = default;
        Basis = default;
        LevelOf = default;
        IsStart = default;
        PeriodChunk = -1;
        OwnPeriod = default;
        Subject = default;
        Head = default;
        Rule = "";
        return this;
    }
}
