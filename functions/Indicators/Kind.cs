namespace ServerlessIct.Indicators;

/// <summary>Whether a figure was reached or is wanted.</summary>
public enum Kind
{
    /// <summary>A figure that the text says was reached, estimates included.</summary>
    Actual,

    /// <summary>A figure that a plan, a resolution or a goal asks for.</summary>
    Target,
}
