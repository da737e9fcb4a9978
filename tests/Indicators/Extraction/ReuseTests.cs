using System.Reflection;
using ServerlessIct.Indicators.Extraction;
using ServerlessIct.Indicators.Extraction.Comparisons;
using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Quantities;

namespace ServerlessIct.Indicators.Tests.Extraction;

public class ReuseTests
{
    [Fact]
    public void A_quantity_that_is_used_again_remembers_nothing() =>
        Filled<Quantity>().Begin(1, 2, 3).ShouldSatisfyAllConditions(q => q.First.ShouldBe(1), q => q.End.ShouldBe(2), q => q.Value.ShouldBe(3), q => AllAsNew(q, new Quantity().Begin(1, 2, 3)));

    [Fact]
    public void A_statement_that_is_used_again_remembers_nothing()
    {
        var used = Filled<Statement>();
        used.Comparisons.Add(new Quantity());
        used.Unchanged.Add(BasisMention.Plan);
        used.Begin((1, 2), (3, 4), true);
        used.Comparisons.ShouldBeEmpty();
        used.Unchanged.ShouldBeEmpty();
        AllAsNew(used, new Statement().Begin((1, 2), (3, 4), true));
    }

    [Fact]
    public void Readings_one_after_the_other_do_not_disturb_each_other()
    {
        const string First = "Năm 2023, doanh thu viễn thông đạt 1.463 tỷ đồng, tăng 5% so với năm 2022 và giữ nguyên so với kế hoạch. Trong đó, 76/108 xã đạt 99,5%.";
        const string Second = "Trong đó: 5 trạm (tăng 2 trạm), 7 điểm.";
        string[] Read(string text) => [.. Extractor.Read(text, DocumentHints.None).Observations.Select(o => ExtractionJson.Line("", new ExtractionResult(text, null, null, null, [o])))];
        var (first, second) = (Read(First), Read(Second));
        for (var i = 0; i < 3; i++)
        {
            Read(First).ShouldBe(first);
            Read(Second).ShouldBe(second);
        }
    }

    /// <summary>An object with something in every property that can be set.</summary>
    static T Filled<T>()
        where T : new()
    {
        var filled = new T();
        foreach (var property in Settable(typeof(T))) property.SetValue(filled, Something(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType));
        return filled;
    }

    static object? Something(Type type) =>
        type == typeof(int) ? 7
        : type == typeof(decimal) ? 7m
        : type == typeof(bool) ? true
        : type == typeof(string) ? "something"
        : type == typeof((int, int)) ? (7, 8)
        : type == typeof(Unit) ? Unit.Percent
        : type == typeof(Period) ? Period.OfYear(2023)
        : type == typeof(NonStatisticKind) ? Language.Vietnamese.NonStatistics["bare"]
        : type == typeof(BasisMention) ? BasisMention.Plan
        : type.IsEnum ? Enum.GetValues(type).GetValue(1)
        : type == typeof(Quantity) ? new Quantity()
        : throw new NotSupportedException($"Say here what a {type} other than a new one is.");

    static void AllAsNew<T>(T used, T expected)
    {
        foreach (var property in Settable(typeof(T))) property.GetValue(used).ShouldBe(property.GetValue(expected), property.Name);
    }

    static IEnumerable<PropertyInfo> Settable(Type type) => type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.CanWrite);
}
