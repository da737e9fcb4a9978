using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Tests.Extraction;

public class PhraseTreeTests
{
    [Theory]
    [InlineData("doanh thu viễn thông", 0, 2, "longer")]
    [InlineData("doanh số", 0, 1, "shorter")]
    [InlineData("tăng doanh thu", 0, 0, null)]
    [InlineData("tăng doanh thu", 1, 2, "longer")]
    [InlineData("doanh\nthu", 0, 1, "shorter")]
    [InlineData("5 %/năm", 1, 2, "marks")]
    [InlineData("doanh thu", 2, 0, null)]
    [InlineData("", 0, 0, null)]
    public void The_longest_phrase_that_begins_at_a_token_is_found(string text, int start, int length, string? value)
    {
        var vocabulary = new Vocabulary();
        var tree = new PhraseTree<string>(vocabulary);
        tree.Add("doanh", "shorter");
        tree.Add("Doanh thu", "longer");
        tree.Add("%/", "marks");
        using var tokenized = new TokenizedText(text, vocabulary);
        tree.Longest(tokenized.TokenSpan, start, out var found).ShouldBe(length);
        found.ShouldBe(value);
    }
}
