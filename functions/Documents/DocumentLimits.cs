using System.Runtime.CompilerServices;

namespace ServerlessIct.Documents;

/// <summary>How much is read of one document. Values outside their range throw <see cref="ArgumentOutOfRangeException"/>.</summary>
public sealed record DocumentLimits
{
    /// <summary>The limits that hold where none are given.</summary>
    public static DocumentLimits Default { get; } = new();

    /// <summary>The largest file, in bytes: 1 to 209,715,200 (200 MB); 20 MB unless set.</summary>
    public int MaxBytes { get; init => field = Within(value, 1, 200 * 1024 * 1024); } = 20 * 1024 * 1024;

    /// <summary>The longest text, in UTF-16 units: 1 to 209,715,200; 20,971,520 unless set, which no text of 20 MB exceeds.</summary>
    public int MaxCharacters { get; init => field = Within(value, 1, 200 * 1024 * 1024); } = 20 * 1024 * 1024;

    /// <summary>How many elements of a page may be open at once: 8 to 10,000; 1,000 unless set.</summary>
    public int MaxMarkupDepth { get; init => field = Within(value, 8, 10_000); } = 1_000;

    static int Within(int value, int least, int most, [CallerMemberName] string name = "") =>
        value >= least && value <= most
            ? value
            : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"{name} is {least} to {most}."));
}
