namespace ServerlessIct.Benchmarks;

/// <summary>The wording of <see cref="ReportWriter"/>.</summary>
static class Phrases
{
    public static string[] Provinces { get; } =
    [
        "Sóc Trăng", "Sơn La", "Đồng Tháp", "Quảng Trị", "Lào Cai", "Cà Mau", "Bắc Giang", "Hưng Yên", "Bến Tre", "Phú Yên", "Kon Tum", "Hà Giang", "Nghệ An", "Long An", "Thái Bình", "Ninh Thuận",
    ];

    public static string[] Events { get; } =
    [
        "tổng kết công tác thông tin và truyền thông", "đánh giá kết quả chuyển đổi số", "báo cáo tình hình phát triển hạ tầng số", "sơ kết nhiệm vụ cải cách hành chính và chuyển đổi số",
    ];

    public static string[] Headings { get; } =
    [
        "I. Kết quả thực hiện nhiệm vụ", "1. Lĩnh vực bưu chính", "2. Lĩnh vực viễn thông", "3. Chuyển đổi số", "a) Hạ tầng số:", "- Báo chí, xuất bản:", "II. Đánh giá chung", "III. Khó khăn, vướng mắc", "Công tác thanh tra, kiểm tra",
        "Phần thứ hai: Phương hướng, nhiệm vụ", "4. An toàn thông tin mạng",
    ];

    public static string[] Actors { get; } =
    [
        "Sở Thông tin và Truyền thông", "Lãnh đạo tỉnh", "Các doanh nghiệp bưu chính, viễn thông", "Ủy ban nhân dân các huyện", "Đội ngũ cán bộ, công chức toàn ngành", "Hệ thống truyền thanh cơ sở", "Đài Phát thanh và Truyền hình tỉnh",
        "Các cơ quan báo chí trên địa bàn", "Tổ công nghệ số cộng đồng ở thôn, bản", "Ban Chỉ đạo chuyển đổi số", "Trung tâm phục vụ hành chính công", "Phòng Văn hóa và Thông tin các địa phương", "Doanh nghiệp nhỏ và vừa trong tỉnh",
    ];

    public static string[] Actions { get; } =
    [
        "chủ động tham mưu triển khai", "phối hợp chặt chẽ để hoàn thiện", "tiếp tục rà soát và điều chỉnh", "tập trung nguồn lực cho", "đẩy mạnh tuyên truyền về", "thường xuyên theo dõi, đôn đốc", "từng bước đưa vào khai thác", "bảo đảm vận hành thông suốt",
        "khẩn trương khắc phục những hạn chế của", "quan tâm hướng dẫn người dân sử dụng", "kịp thời tháo gỡ vướng mắc đối với", "xây dựng lộ trình nâng cấp",
    ];

    public static string[] Objects { get; } =
    [
        "hạ tầng viễn thông băng rộng đến vùng sâu, vùng xa", "nền tảng tích hợp, chia sẻ dữ liệu dùng chung", "hệ thống thông tin giải quyết thủ tục hành chính", "mạng lưới bưu cục phục vụ bà con", "các dịch vụ công trực tuyến toàn trình",
        "kho dữ liệu số của từng ngành, lĩnh vực", "cổng thông tin điện tử và các trang thành phần", "công tác bảo đảm an toàn, an ninh mạng", "hoạt động báo chí, xuất bản, in và phát hành", "đài truyền thanh ứng dụng công nghệ thông tin",
        "trục liên thông văn bản giữa các cấp chính quyền", "mô hình xã thông minh ở những nơi có điều kiện", "phong trào học tập kỹ năng số trong thanh niên", "việc đưa nông sản lên sàn thương mại điện tử",
    ];

    public static string[] Purposes { get; } =
    [
        "góp phần cải thiện chất lượng phục vụ người dân", "tạo thuận lợi cho doanh nghiệp trong giao dịch", "đáp ứng yêu cầu quản lý nhà nước trong tình hình mới", "phục vụ tốt sự chỉ đạo, điều hành của cấp ủy và chính quyền", "rút ngắn khoảng cách giữa thành thị và nông thôn",
        "nâng cao nhận thức của cộng đồng về chuyển đổi số", "bước đầu mang lại hiệu quả rõ nét", "được dư luận xã hội đánh giá cao", "hướng tới một chính quyền minh bạch và gần dân",
    ];

    public static string[] Circumstances { get; } =
    [
        "dù kinh phí của địa phương còn hạn hẹp", "bất chấp ảnh hưởng của thiên tai và dịch bệnh", "với sự đồng hành của các tập đoàn viễn thông", "nhất là tại những xã biên giới còn nhiều gian khó", "theo đúng tinh thần nghị quyết của tỉnh", "nhờ sự vào cuộc của cả hệ thống chính trị",
    ];

    public static string[] Services { get; } = ["bưu chính", "viễn thông", "công nghệ thông tin", "bưu chính, chuyển phát"];

    public static string[] Rises { get; } = ["tăng", "cải thiện", "tụt"];

    public static string[] Moves { get; } = ["tăng", "giảm", "tăng nhẹ", "tăng mạnh", "cao hơn", "giảm nhẹ"];
}
