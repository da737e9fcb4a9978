namespace ServerlessIct.Indicators;

/// <summary>How exactly the text states a value.</summary>
public enum Qualifier
{
    /// <summary>As a plain figure.</summary>
    Exact,

    /// <summary><c>khoảng</c>, <c>xấp xỉ</c>: near the figure, on either side.</summary>
    About,

    /// <summary><c>hơn</c>, <c>trên</c>, <c>ít nhất</c>: the figure or somewhat more.</summary>
    Over,

    /// <summary><c>gần</c>, <c>dưới</c>, <c>chưa đến</c>: somewhat less than the figure.</summary>
    Under,

    /// <summary><c>ước đạt</c>: provisional; a later report may replace it.</summary>
    Estimated,
}
