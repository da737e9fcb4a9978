namespace ServerlessIct.Indicators.Extraction.Tables;

/// <summary>A cell: tokens of its table from <paramref name="First"/> to before <paramref name="End"/>.</summary>
readonly record struct TableCell(int First, int End)
{
    public bool IsEmpty => End <= First;
}
