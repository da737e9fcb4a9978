namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>What the word before a place-name says the place is.</summary>
enum PlaceTitle : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A province: <c>tỉnh Sơn La</c>.</summary>
    Province,

    /// <summary>A city with a province's rank: <c>TP. Đà Nẵng</c>.</summary>
    City,

    /// <summary>The town in a province of the same name: <c>thành phố Sóc Trăng</c>.</summary>
    Seat,

    /// <summary>Some other part of a province: <c>huyện Quảng Ninh</c>, <c>phường Hà Giang</c>, <c>đường Hà Nội</c>.</summary>
    Part,
}
