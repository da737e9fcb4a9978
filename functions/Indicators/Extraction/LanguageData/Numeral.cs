namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>What a word does in a spelled number.</summary>
enum Numeral : byte
{
    None,

    /// <summary><c>một</c> to <c>chín</c>.</summary>
    Digit,

    /// <summary><c>mốt</c>, <c>tư</c>, <c>lăm</c>: digits behind tens.</summary>
    DigitAfterTens,

    /// <summary><c>nhất</c>, <c>nhì</c>: digits of ranks.</summary>
    DigitOfRank,

    /// <summary><c>lẻ</c>, <c>linh</c>: no tens.</summary>
    NoTens,

    /// <summary><c>phẩy</c>: decimals follow.</summary>
    Point,

    /// <summary><c>hàng</c>, <c>vài</c>: what follows is no figure.</summary>
    Vague,

    /// <summary><c>phần</c>: the stroke of a fraction.</summary>
    Part,

    /// <summary><c>thứ</c>, before a rank or a weekday.</summary>
    Ordinal,

    /// <summary><c>mười</c>.</summary>
    Ten,

    /// <summary><c>mươi</c>.</summary>
    Tens,

    /// <summary><c>chục</c> to <c>tỷ</c>.</summary>
    Scale,

    /// <summary><c>rưỡi</c>: half of the scale before it.</summary>
    AndHalf,

    /// <summary><c>nửa</c>.</summary>
    Half,

    /// <summary><c>đôi</c>, behind <c>gấp</c>.</summary>
    Double,
}
