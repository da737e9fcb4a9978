namespace ServerlessIct.Azure.Tests.Bicep;

/// <summary>The templates compile, and neither the compiler nor the linter has anything to say.</summary>
public sealed class CompilerTests(CompiledTemplates compiled)
{
    [Fact]
    public async Task The_templates_compile_without_a_warning() => (await compiled.AsWritten).Build.ShouldBe(new CompilerResult(0, ""));

    [Fact]
    public async Task The_linter_has_nothing_to_say()
    {
        using var folder = new BicepFolder();
        (await BicepCompiler.LintAsync(folder.Path, "**/*.bicep")).ShouldBe(new CompilerResult(0, ""));
    }

    [Fact]
    public async Task The_linter_refuses_what_the_configuration_forbids_and_the_compiler_warns_of_unknown_properties()
    {
        using var folder = new BicepFolder(
            new Edit("main.bicep", "module identity 'modules/identity.bicep' = {", "module identity 'modules/identity.bicep' = {\n  name: 'identity'"),
            new Edit("modules/storage.bicep", "allowSharedKeyAccess", "allowShardKeyAccess"),
            new Edit("modules/workbook.bicep", "param workspaceId string", "param workspaceId string\n\n@description('Read by nobody.')\nparam spare string = ''"));
        var result = await BicepCompiler.LintAsync(folder.Path, "**/*.bicep");
        result.ExitCode.ShouldNotBe(0);
        result.Diagnostics.ShouldContain("Error no-module-name");
        result.Diagnostics.ShouldContain("Error no-unused-params");
        result.Diagnostics.ShouldContain("Warning BCP089");
    }

    [Fact]
    public async Task A_template_in_error_does_not_compile()
    {
        using var folder = new BicepFolder(new Edit("modules/events.bicep", "topicType:", "topicType"));
        var result = await BicepCompiler.BuildAsync(folder.Path, "main.bicep");
        result.ExitCode.ShouldNotBe(0);
        result.Diagnostics.ShouldContain("Error BCP018");
    }
}
