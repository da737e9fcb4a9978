using System.Globalization;
using System.Text;

namespace ServerlessIct.Benchmarks;

/// <summary>
/// Writes reports in the manner of a provincial department: headings, sentences with figures and with none, in the shares found in real ones
/// (about 10 numbers and 4 statistics in a kilobyte of UTF-8, figures or years in two sentences of three). The same seed writes the same texts.
/// </summary>
sealed class ReportWriter(int seed)
{
    readonly Random random = new(seed);
    string province = "";
    int year;

    /// <summary>Reports of 5 to 20 kB each, together at least so many bytes of UTF-8.</summary>
    public List<string> Reports(int bytes)
    {
        var reports = new List<string>();
        for (var written = 0; written < bytes; written += Encoding.UTF8.GetByteCount(reports[^1])) reports.Add(Report(random.Next(5_000, 20_000)));
        return reports;
    }

    string Report(int bytes)
    {
        province = Pick(Phrases.Provinces);
        year = random.Next(2015, 2025);
        var text = new StringBuilder(bytes);
        text.Append(CultureInfo.InvariantCulture, $"Tỉnh {province} {Pick(Phrases.Events)} năm {year}\n\n");
        // Some 1.31 bytes of UTF-8 for a character of Vietnamese.
        while (text.Length * 1.31 < bytes)
        {
            if (random.Next(3) == 0) text.Append(Pick(Phrases.Headings)).Append('\n').Append(random.Next(2) == 0 ? "\n" : "");
            for (var n = random.Next(2, 7); n > 0; n--) text.Append(Sentence()).Append(n == 1 ? "\n\n" : " ");
        }

        return text.ToString();
    }

    string Sentence() => random.Next(100) switch
    {
        < 42 => Figures(),
        < 64 => Dated(),
        _ => Prose(),
    };

    string Prose() => $"{Pick(Phrases.Actors)} {Pick(Phrases.Actions)} {Pick(Phrases.Objects)}, {Pick(Phrases.Purposes)}{(random.Next(3) == 0 ? $", {Pick(Phrases.Circumstances)}" : "")}.";

    string Dated() => random.Next(4) switch
    {
        0 => $"Thực hiện Kế hoạch số {Whole(10, 400)}/KH-UBND ngày {Whole(1, 29)}/{Whole(1, 13)}/{Year()} của UBND tỉnh, {Lower(Pick(Phrases.Actors))} {Pick(Phrases.Actions)} {Pick(Phrases.Objects)}.",
        1 => $"Trong năm {Year()}, {Lower(Pick(Phrases.Actors))} {Pick(Phrases.Actions)} {Pick(Phrases.Objects)}, {Pick(Phrases.Purposes)}.",
        2 => $"Giai đoạn {Year(-2)} - {Year(3)}, tỉnh {Pick(Phrases.Actions)} {Pick(Phrases.Objects)}, {Pick(Phrases.Purposes)}.",
        _ => $"Bước sang năm {Year(1)}, {Lower(Pick(Phrases.Actors))} sẽ {Pick(Phrases.Actions)} {Pick(Phrases.Objects)}, {Pick(Phrases.Circumstances)}.",
    };

    string Figures() => random.Next(12) switch
    {
        0 => $"Doanh thu dịch vụ {Pick(Phrases.Services)} năm {Year()} đạt {Money()} đồng, {Moved()} so với năm {Year(-1)}, nộp ngân sách {Money()} đồng.",
        1 => $"Tổng số trạm thu phát sóng trên địa bàn là {Count(400, 4000)} trạm, tăng {Whole(5, 200)} trạm so với năm {Year(-1)}; trong đó có {Count(300, 1500)} trạm 4G và {Whole(2, 90)} trạm 5G.",
        2 => $"Đến hết năm {Year()}, tỷ lệ hộ gia đình có Internet cáp quang đạt {Percent()}, {Moved()} so với cùng kỳ năm trước và bằng {Percent()} kế hoạch giao.",
        3 => $"Mật độ thuê bao điện thoại ước đạt {Tenths(60, 140)} thuê bao/100 dân; số thuê bao Internet băng rộng là {Count(20_000, 400_000)} thuê bao, {Moved()}.",
        4 => $"Chỉ số chuyển đổi số của tỉnh {province} xếp thứ {Whole(1, 63)}/63 tỉnh, thành phố, {Pick(Phrases.Rises)} {Whole(1, 20)} bậc so với năm {Year(-1)}.",
        5 => $"Toàn tỉnh có {Count(30, 300)} điểm phục vụ bưu chính, bán kính phục vụ bình quân {Tenths(1, 5)} km/điểm, số dân phục vụ bình quân {Count(2000, 9000)} người/điểm phục vụ.",
        6 => $"Các cơ quan đã tiếp nhận {Count(20_000, 900_000)} hồ sơ trực tuyến, chiếm {Percent()} tổng số hồ sơ; tỷ lệ giải quyết đúng hạn đạt {Percent()} (kế hoạch là {Whole(80, 96)}%).",
        7 => $"Có {Whole(150, 216)}/216 thôn, bản được phủ sóng băng rộng di động; còn {Whole(3, 40)} thôn chưa có sóng, giảm {Whole(2, 20)} thôn so với năm {Year(-1)}.",
        8 => $"Phấn đấu đến năm {Year(1)}, tỷ lệ người dân trưởng thành có tài khoản thanh toán đạt {Whole(60, 96)}% và kinh tế số chiếm {Whole(10, 21)}% GRDP của tỉnh {province}.",
        9 => $"Sở đã tổ chức {Whole(3, 60)} lớp tập huấn kỹ năng số cho {Count(500, 9000)} lượt cán bộ, công chức và thành lập {Count(200, 2500)} tổ công nghệ số cộng đồng với {Count(1000, 9000)} thành viên.",
        10 => $"{Whole(2, 12)} tháng đầu năm {Year()}, sản lượng hàng hóa qua địa bàn đạt {Count(1000, 90_000)} nghìn tấn, {Moved()} so với cùng kỳ; doanh thu kho bãi {Moved()}.",
        _ => $"Đoàn công tác đã thực hiện {Whole(4, 40)} cuộc thanh tra, kiểm tra, xử phạt vi phạm hành chính {Money()} đồng và {Pick(Phrases.Actions)} {Pick(Phrases.Objects)}.",
    };

    string Pick(string[] phrases) => phrases[random.Next(phrases.Length)];

    static string Lower(string phrase) => char.ToLowerInvariant(phrase[0]) + phrase[1..];

    string Year(int later = 0) => (year + later).ToString(CultureInfo.InvariantCulture);

    string Whole(int from, int to) => random.Next(from, to).ToString(CultureInfo.InvariantCulture);

    string Moved() => $"{Pick(Phrases.Moves)} {Tenths(0, 30)}%";

    string Percent() => random.Next(4) == 0 ? $"{Whole(40, 101)}%" : $"{Tenths(40, 100)}%";

    string Money() => random.Next(3) == 0 ? $"{Count(1000, 9000)} tỷ" : $"{Tenths(1, 900)} {(random.Next(4) == 0 ? "triệu" : "tỷ")}";

    string Tenths(int from, int to) => Whole(from, to) + "," + Whole(1, 100);

    string Count(int from, int to) => random.Next(from, to).ToString("N0", CultureInfo.InvariantCulture).Replace(',', '.');
}
