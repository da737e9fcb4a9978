namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>The number of a cell.</summary>
/// <param name="Number">As written, with a multiplier of its own.</param>
/// <param name="Total">The second number of <c>36/63</c>.</param>
/// <param name="Unit">The unit in the cell; null for none.</param>
/// <param name="IsScaled">Whether a multiplier or unit stands in the cell, so that those of row and column do not apply.</param>
/// <param name="IsSigned">Whether <c>+</c> or <c>-</c> stands before it.</param>
/// <param name="Qualifier">How exactly it is stated.</param>
/// <param name="Span">Where it stands.</param>
readonly record struct Figure(decimal Number, decimal? Total, Unit? Unit, bool IsScaled, bool IsSigned, Qualifier Qualifier, SourceSpan Span);
