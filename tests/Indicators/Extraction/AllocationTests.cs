using System.Globalization;
using System.Text;
using ServerlessIct.Indicators.Extraction;

namespace ServerlessIct.Indicators.Tests.Extraction;

public class AllocationTests
{
    /// <summary>The decoded text takes 1.5 bytes for each byte of UTF-8, what is found in a report as dense as this another 2.</summary>
    const double MostForEachByte = 4.5;

    [Fact]
    public void A_report_costs_little_more_memory_than_its_text_and_what_is_found_in_it()
    {
        var bytes = Encoding.UTF8.GetBytes(Report());
        // The first reading builds the language data and what later ones use again.
        for (var i = 0; i < 3; i++) Read(bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var found = Read(bytes);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        found.ShouldBeGreaterThan(50);
        ((double)allocated / bytes.Length).ShouldBeLessThan(MostForEachByte);
    }

    static int Read(byte[] bytes) => Extractor.Read(Encoding.UTF8.GetString(bytes), DocumentHints.None).Observations.Count;

    static string Report()
    {
        var text = new StringBuilder("Tỉnh Sóc Trăng tổng kết công tác thông tin và truyền thông năm 2023\n\n");
        for (var i = 1; i <= 30; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"Doanh thu dịch vụ viễn thông ở cụm {i} đạt {i + 40},{i % 10} tỷ đồng, tăng {i},5% so với năm 2022, trong đó có {i + 300} trạm phát sóng. ");
            text.Append("Các doanh nghiệp tiếp tục phối hợp chặt chẽ với chính quyền địa phương để mở rộng vùng phủ sóng, nâng chất lượng phục vụ người dân. ");
            text.Append("Đội ngũ cán bộ, công chức toàn ngành giữ vững kỷ cương, chủ động tham mưu và kịp thời tháo gỡ vướng mắc từ cơ sở.\n\n");
        }

        return text.ToString();
    }
}
