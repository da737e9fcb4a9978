namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>What a phrase says of the places that a text is about. The phrases are in places.json, under these names.</summary>
enum PlaceWord : byte
{
    None,

    /// <summary>The text speaks of the whole country or of a body of it: <c>nước ta</c>, <c>tập đoàn</c>.</summary>
    National,

    /// <summary>A body of the state, which speaks of the country where no province is spoken of: <c>Ngân hàng Nhà nước</c>.</summary>
    Central,

    /// <summary>The text speaks of its own province without naming it: <c>trên địa bàn tỉnh</c>.</summary>
    Provincial,

    /// <summary>The same of a city with a province's rank: <c>trên địa bàn thành phố</c>.</summary>
    Municipal,

    /// <summary>The document's own province, whatever was spoken of before: <c>tỉnh ta</c>.</summary>
    Home,

    /// <summary>The places that one is ranked among: <c>63 tỉnh, thành phố</c>.</summary>
    Fellows,

    /// <summary>The place named behind it is what a rank before it is of: <c>Vị trí thứ 3 thuộc về Quảng Ninh</c>.</summary>
    Belongs,

    /// <summary>The mean of all provinces, which is the country's: <c>trung bình của các tỉnh</c>.</summary>
    Mean,

    /// <summary>A part of the place that is spoken of, of which the catalogue has nothing: <c>ở nông thôn</c>.</summary>
    Within,

    /// <summary>A district, which is spoken of further: <c>toàn huyện</c>, <c>địa bàn huyện</c>.</summary>
    District,

    /// <summary>A system of the whole country: <c>Cổng Dịch vụ công quốc gia</c>.</summary>
    Systems,

    /// <summary>What a ministry does all over the country: <c>khảo sát</c>.</summary>
    Surveys,

    /// <summary>The place named behind it is one that is compared with: <c>so với</c>, <c>dẫn đầu</c>.</summary>
    Apart,

    /// <summary>It leads from one place to the next, or tells how a place stands among others, and is of nothing else: <c>kế đến là</c>, <c>tình hình chung của</c>.</summary>
    Linking,

    /// <summary>The place named at once behind it is no subject: <c>từ</c>, <c>trong</c>.</summary>
    Beside,
}
