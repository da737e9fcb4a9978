namespace ServerlessIct.Indicators.Series;

/// <summary>What an ambiguous change was meant as.</summary>
public enum ChangeReading
{
    /// <summary><c>tăng 29,4%</c> of a share: per cent of the share.</summary>
    Percent,

    /// <summary><c>tăng 29,4%</c> of a share: percentage points.</summary>
    Points,

    /// <summary><c>tăng 2 lần</c>: twice as much.</summary>
    Times,

    /// <summary><c>tăng 2 lần</c>: twice as much more, so three times as much.</summary>
    TimesMore,
}
