using System.Runtime.CompilerServices;

namespace ServerlessIct.Documents.Tests;

public class SampleTests
{
    [Theory]
    [InlineData("soc-trang/tong-ket-2022.txt", "utf-8", "1.346 trạm")]
    [InlineData("soc-trang/tong-ket-2023.txt", "utf-8", "1.422 trạm, tăng 76 trạm so với năm 2022")]
    [InlineData("soc-trang/buu-chinh-2023-windows-1258.txt", "windows-1258", "18 doanh nghiệp bưu chính. Người dân gửi và nhận bưu phẩm tại 208 điểm")]
    [InlineData("hai-phong/cai-cach-hanh-chinh-2023.txt", "utf-8", "đạt 91,87%, xếp thứ 2/63")]
    [InlineData("hai-phong/cai-cach-hanh-chinh-2024.txt", "utf-8", "đạt 96,17%, tăng 4,3% so với năm 2023")]
    [InlineData("son-la/tong-ket-2023.html", "utf-8", "\nDoanh thu dịch vụ viễn thông năm 2023 đạt 1.463 tỷ đồng, vượt 8% so với kế hoạch.\n")]
    [InlineData("son-la/muc-tieu-2025.txt", "utf-8", "phấn đấu chiếm 20% GDP")]
    [InlineData("dong-thap/tong-ket-2024.html", "utf-8", "\nTỷ lệ người dân trưởng thành có điện thoại thông minh | 80% | 97,5%\n")]
    [InlineData("quang-tri/phat-bieu-2025.txt", "utf-8", "Chúc các đồng chí sức khỏe")]
    [InlineData("khong-ro-tinh/tong-ket-2024.txt", "utf-8", "đạt 69,3 tỷ đồng, tăng 18% so với năm 2023")]
    public void A_sample_is_read(string file, string encoding, string holds)
    {
        var document = Read(file).ShouldBeOfType<ReadDocument>();

        document.Text.ShouldContain(holds, Case.Sensitive);
        document.Encoding.ShouldBe(encoding);
    }

    [Fact]
    public void A_picture_among_the_samples_is_rejected() =>
        Read("quang-tri/khong-doc-duoc.txt").ShouldBe(new Rejection(
            RejectionCode.Binary, "The file is named .txt but holds binary data (a PNG image). Upload the report itself."));

    [Fact]
    public void A_sample_page_comes_without_its_menu_footer_and_script()
    {
        var page = Read("son-la/tong-ket-2023.html").ShouldBeOfType<ReadDocument>();

        page.Title.ShouldBe("Sơn La: hạ tầng số năm 2023 vượt nhiều chỉ tiêu");
        page.Source.ShouldBe(new DocumentSource("Cổng thông tin điện tử tỉnh Sơn La", "sonla.gov.vn"));
        page.Text.ShouldStartWith("Sơn La: hạ tầng số năm 2023 vượt nhiều chỉ tiêu\n");
        page.Text.ShouldEndWith("\nTất cả: 9.216.730");
    }

    static ReadResult Read(string file) => DocumentReader.Read(file, File.ReadAllBytes(Path.Combine(Samples(), file)));

    static string Samples([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../samples"));
}
