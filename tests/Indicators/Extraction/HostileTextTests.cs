using System.Diagnostics;
using ServerlessIct.Indicators.Extraction;

namespace ServerlessIct.Indicators.Tests.Extraction;

/// <summary>
/// Texts that repeat what costs most cost time in proportion to their length, and not many times what prose of that length costs. Times are
/// compared within one run, the least of several each; nothing else runs beside these tests.
/// </summary>
[CollectionDefinition(DisableParallelization = true)]
[Collection<HostileTextTests>]
public class HostileTextTests
{
    /// <summary>Characters of the shorter text.</summary>
    const int Length = 60_000;

    /// <summary>A text of twice the length takes twice the time where that is linear, and four times where it is quadratic.</summary>
    const double MostForTwice = 3;

    /// <summary>Times of prose of the same length, which has a number in every tenth word; a hostile text has one in every second.</summary>
    const double MostForProse = 40;

    const int Runs = 3;

    /// <summary>What another program of the machine slows is measured again; what is not linear is slow every time.</summary>
    const int Attempts = 4;

    const string Benign = "Doanh thu dịch vụ viễn thông trên địa bàn tỉnh đạt 1.463 tỷ đồng, tăng 5,5% so với năm 2022. Các doanh nghiệp tiếp tục mở rộng vùng phủ sóng đến các xã vùng sâu, vùng xa, phục vụ tốt người dân.\n";

    public static TheoryData<string> Texts =>
    [
        "7 ", "1,", "(", "tăng 5% so với ", "lần lượt 5 trạm và ", "năm 2023 đạt 5 tỷ đồng, ", "| 2023 ", "a\t1\n", "Chỉ tiêu | 2022 | 2023\nTrạm | 1 | 2\n", "Chỉ tiêu | Năm 2023\n",
        "Năm 2022 | Năm 2023\na |\n", "a   1   \n", "- Doanh thu: 5 tỷ đồng\n", "1. Doanh thu\n1.1. ", "doanh thu viễn thông ", "trong đó: ", "tỉnh Sóc Trăng ", "chỉ số DTI xếp thứ 5/63, ", "kế hoạch năm 2023 là ", "hai mươi mốt triệu ", "Năm 2023: 5, 6, 7; ", "mười ", "từ 5 lên 6, ",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Reading_takes_time_in_proportion_to_the_length(string again) => Check(again, Read);

    [Theory]
    [InlineData("Chỉ tiêu | 2022 | 2023\nTrạm | 1 | 2\n\nMột đoạn văn.\n\n")]
    [InlineData("tương ứng tỷ lệ 5%, ")]
    [InlineData("Số tên miền .vn là 1.945 tên miền.\n")]
    public void Explaining_takes_time_in_proportion_to_the_length(string again) => Check(again, text => Extractor.Explain(text, DocumentHints.None));

    static void Check(string again, Action<string> read)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var prose = Least(Repeat(Benign, Length), read);
            var once = Least(Repeat(again, Length), read);
            var twice = Least(Repeat(again, 2 * Length), read);
            if (twice / once < MostForTwice && once / prose < MostForProse) return;
            if (attempt < Attempts) continue;
            (twice / once).ShouldBeLessThan(MostForTwice, again);
            (once / prose).ShouldBeLessThan(MostForProse, again);
        }
    }

    static void Read(string text) => Extractor.Read(text, DocumentHints.None);

    static string Repeat(string again, int length) => string.Concat(Enumerable.Repeat(again, length / again.Length));

    static TimeSpan Least(string text, Action<string> read)
    {
        var least = TimeSpan.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            var clock = Stopwatch.StartNew();
            read(text);
            if (clock.Elapsed < least) least = clock.Elapsed;
        }

        return least;
    }
}
