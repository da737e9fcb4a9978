namespace ServerlessIct.Indicators.Tests.Series.Simulation;

/// <summary>How often reports do what reports do; each a share of the occasions.</summary>
/// <param name="Missing">A province publishes no annual figure.</param>
/// <param name="Typo">A printed number is mistyped: a digit changed, left out, doubled, two exchanged, or a factor of 10 or 1,000.</param>
/// <param name="Misreport">A reported change is wrong though the figures are right.</param>
/// <param name="Restated">A figure is revised by the next year's report.</param>
/// <param name="SilentlyRestated">Of these: the report uses the revised figure without printing it.</param>
/// <param name="Compared">A report says how a figure changed.</param>
/// <param name="Recalled">A report prints the figure of the year before.</param>
/// <param name="Estimated">A report before the year's end states an estimate.</param>
/// <param name="Second">Another publisher states the figure, often rounder.</param>
/// <param name="Copied">A text of the press repeats the report, mistakes and all.</param>
/// <param name="Late">A document is uploaded years after it was written.</param>
public sealed record SimulatedRates(
    double Missing = 0.07,
    double Typo = 0.005,
    double Misreport = 0.03,
    double Restated = 0.04,
    double SilentlyRestated = 0.1,
    double Compared = 0.6,
    double Recalled = 0.25,
    double Estimated = 0.3,
    double Second = 0.35,
    double Copied = 0.2,
    double Late = 0.05);
