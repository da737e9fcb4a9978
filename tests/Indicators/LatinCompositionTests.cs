using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace ServerlessIct.Indicators.Tests;

/// <summary>These tests run with ICU, so that .NET's own normalisation is the measure.</summary>
public class LatinCompositionTests
{
    const string Vietnamese =
        "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
        + "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬEÈÉẺẼẸÊỀẾỂỄỆIÌÍỈĨỊOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢUÙÚỦŨỤƯỪỨỬỮỰYỲÝỶỸỴĐ";

    static readonly Gen<char> Characters = Gen.OneOf(
        Gen.Elements(Vietnamese.ToCharArray()),
        Gen.Elements("\u0300\u0301\u0302\u0303\u0306\u0309\u031B\u0323".ToCharArray()),
        Gen.Elements("\u0340\u0341\u0343\u0344\u0345\u034F\u0358\u035C\u0360\u0327\u0331\u0338".ToCharArray()),
        Gen.Elements("aeKåñ \u212A\u212B".ToCharArray()),
        Gen.Choose(0xC0, 0x24F).Select(n => (char)n),
        Gen.Choose(0x1E00, 0x1EFF).Select(n => (char)n));

    [Fact]
    public void The_measure_is_there() => "o\u0302\u0309".Normalize(NormalizationForm.FormC).ShouldBe("ổ");

    [Fact]
    public void Every_Vietnamese_letter_composes_from_its_parts() =>
        LatinComposition.Compose(Vietnamese.Normalize(NormalizationForm.FormD)).ShouldBe(Vietnamese);

    [Fact]
    public void Letters_and_marks_in_any_order_compose_as_Unicode_says() =>
        Prop.ForAll(
            Characters.ArrayOf().Select(characters => new string(characters)).ToArbitrary(),
            text => LatinComposition.Compose(text) == text.Normalize(NormalizationForm.FormC))
            .Check(Thoroughness.Of(20_000).WithEndSize(30));
}
