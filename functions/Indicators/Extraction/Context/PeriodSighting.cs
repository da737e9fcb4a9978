using System.Runtime.InteropServices;
using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Periods;

namespace ServerlessIct.Indicators.Extraction.Context;

/// <summary>A period that a document names, and where and how it does.</summary>
/// <param name="Mention">The mention.</param>
/// <param name="Period">The period; of no particular year where the mention has none.</param>
/// <param name="Title">Whether it stands in the title.</param>
/// <param name="Lead">Whether it stands in the title or the lead.</param>
/// <param name="Opening">Whether it stands in the opening of the text.</param>
/// <param name="Theme">What the words before it say of it.</param>
/// <param name="OpensFigures">Whether it opens a sentence that states figures.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct PeriodSighting(PeriodMention Mention, Period Period, bool Title, bool Lead, bool Opening, Theme Theme, bool OpensFigures);
