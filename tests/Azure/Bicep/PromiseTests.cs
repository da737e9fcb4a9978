[assembly: AssemblyFixture(typeof(ServerlessIct.Azure.Tests.Bicep.CompiledTemplates))]

namespace ServerlessIct.Azure.Tests.Bicep;

/// <summary>The templates, compiled once for all tests: as they are, and with every promise broken.</summary>
public sealed class CompiledTemplates
{
    readonly Lazy<Task<Templates>> asWritten = new(() => Templates.CompileAsync());
    readonly Lazy<Task<Templates>> broken = new(() => Templates.CompileAsync([.. BrokenPromises.All.Select(b => b.Edit)]));

    internal Task<Templates> AsWritten => asWritten.Value;

    internal Task<Templates> Broken => broken.Value;
}

/// <summary>The promises of the templates, read from what the compiler and the deployment engine make of them.</summary>
public sealed class PromiseTests(CompiledTemplates compiled)
{
    public static TheoryData<string> Sentences => [.. Promise.All.Select(p => p.Sentence)];

    public static TheoryData<string, string> Faults
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var broken in BrokenPromises.All) rows.Add(broken.Promise, broken.Fault);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public async Task The_templates_keep_the_promise(string sentence) => Promise.FaultsOf(sentence, await compiled.AsWritten).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_broken_promise_is_found(string sentence, string fault) =>
        Promise.FaultsOf(sentence, await compiled.Broken).ShouldContain(f => f.Contains(fault, StringComparison.Ordinal));

    [Fact]
    public void Every_promise_is_seen_broken() => BrokenPromises.All.Select(b => b.Promise).Distinct(StringComparer.Ordinal).ShouldBe(Promise.All.Select(p => p.Sentence), ignoreOrder: true);
}
