using ServerlessIct.Local.Worker.Blobs;

namespace ServerlessIct.Local.Worker.Tests.Blobs;

public sealed class BlobPathPatternTests
{
    [Theory]
    [InlineData("articles", "a/b.txt", "")]
    [InlineData("articles/", "a/b.txt", "")]
    [InlineData("articles/{name}", "a/b.txt", "name=a/b.txt")]
    [InlineData("articles/{name}", "", "name=")]
    [InlineData("articles/in/{name}", "in/b.txt", "name=b.txt")]
    [InlineData("articles/in/{name}", "IN/b.txt", null)]
    [InlineData("articles/{folder}/{name}", "a/b/c", "folder=a/b name=c")]
    [InlineData("articles/{name}.{ext}", "a.b.c", "name=a.b ext=c")]
    [InlineData("articles/{name}.txt", "a.TXT", null)]
    [InlineData("articles/{name}.txt", "a.txt.bak", null)]
    [InlineData("articles/{name}.txt", "axtxt", null)]
    [InlineData("articles/{name}", "two\nlines", "name=two\nlines")]
    [InlineData("articles/{{{name}}}", "{a}", "name=a")]
    [InlineData("articles/{{{name}}}", "a", null)]
    [InlineData("articles/fixed (1).txt", "fixed (1).txt", "")]
    [InlineData("articles/fixed (1).txt", "fixed 1.txt", null)]
    [InlineData("$root/{name}", "a", "name=a")]
    public void A_name_fits_a_path_and_gives_its_tokens(string path, string name, string? tokens)
    {
        var pattern = BlobPathPattern.Parse(path, problem => throw new InvalidOperationException(problem))!;

        pattern.TryMatch(name, out var found).ShouldBe(tokens is not null);
        (found is null ? null : string.Join(' ', found.Select(t => $"{t.Key}={t.Value}"))).ShouldBe(tokens);
    }

    [Theory]
    [InlineData("articles/{name}", "")]
    [InlineData("articles/in/{name}.txt", "in/")]
    [InlineData("articles/{{x}}/{name}", "{x}/")]
    [InlineData("articles", "")]
    public void Names_that_fit_begin_with_the_prefix(string path, string prefix) =>
        BlobPathPattern.Parse(path, _ => { })!.Prefix.ShouldBe(prefix);
}
