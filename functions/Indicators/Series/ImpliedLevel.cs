namespace ServerlessIct.Indicators.Series;

/// <summary>A figure of the basis that a report implies: an inference, never a fact.</summary>
/// <param name="Value">The figure in the unit of the value, printed no finer than the report allows.</param>
/// <param name="Low">The least that the rounding of the report leaves open, in the same unit.</param>
/// <param name="High">The greatest that it leaves open, in the same unit.</param>
/// <param name="Reading">What the report was taken to mean, where it can mean two things.</param>
public sealed record ImpliedLevel(decimal Value, decimal Low, decimal High, ChangeReading? Reading);
