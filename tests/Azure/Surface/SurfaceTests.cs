using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using ServerlessIct.App;

namespace ServerlessIct.Azure.Tests.Surface;

/// <summary>The stand-ins under local/ have less than the official packages, never more, and the app uses nothing beyond that.</summary>
public sealed class SurfaceTests
{
    static readonly string[] StandIns = ["ServerlessIct.Local.Worker", "ServerlessIct.Local.Tables", "ServerlessIct.Local.Monitor"];

    public static TheoryData<string> Assemblies => [.. StandIns];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_public_type_and_member_of_a_stand_in_is_the_official_one(string assembly)
    {
        var official = Official(assembly);
        var lines = new SurfaceLines(official.IsAnnotated);
        var own = Assembly.Load(assembly).GetExportedTypes().SelectMany(lines.Of).ToList();
        if (Environment.GetEnvironmentVariable("WRITE_SURFACE") is { Length: > 0 } folder)
            File.WriteAllLines(Path.Combine(folder, assembly + ".txt"), own.Order(StringComparer.Ordinal));

        own.Where(l => !official.PackageOf.ContainsKey(l)).ShouldBeEmpty("not a line of tests/Azure/Surface/official.txt");
        own.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void The_list_has_no_line_that_nothing_answers_to(string assembly)
    {
        var official = Official(assembly);
        var lines = new SurfaceLines(official.IsAnnotated);
        official.PackageOf.Keys.ShouldBeSubsetOf(Assembly.Load(assembly).GetExportedTypes().SelectMany(lines.Of));
    }

    [Fact]
    public void The_app_uses_nothing_of_a_stand_in_that_the_official_packages_lack()
    {
        var used = Used(typeof(FunctionApp).Assembly.Location).ToList();
        used.Count.ShouldBeGreaterThan(20);
        foreach (var member in used)
        {
            var official = Official(member.Module.Assembly.GetName().Name!);
            var line = new SurfaceLines(official.IsAnnotated).Of(Declaration(member));
            line.ShouldNotBeNull($"{member.DeclaringType}.{member.Name} is not public");
            official.PackageOf.ContainsKey(line).ShouldBeTrue(line);
        }
    }

    [Fact]
    public void The_app_refers_to_no_assembly_of_local_but_the_stand_ins() =>
        typeof(FunctionApp).Assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("ServerlessIct.Local", StringComparison.Ordinal) || n == "ict")
            .ShouldBeSubsetOf(StandIns);

    [Fact]
    public void No_source_of_the_app_depends_on_which_build_it_is()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.File("functions"), "*.cs", SearchOption.AllDirectories))
            File.ReadAllText(file).ShouldNotMatch(@"(?m)^\s*#if|ServerlessIct\.Local", file);
    }

    [Fact]
    public void The_build_for_Azure_has_every_package_that_the_list_names_and_nothing_of_local()
    {
        var targets = XDocument.Load(Repository.File("Directory.Build.targets"));
        var groups = targets.Descendants("ItemGroup").ToList();
        var azure = groups.Where(g => Condition(g).Contains("'$(RunsOn)' == 'Azure'", StringComparison.Ordinal)).SelectMany(g => g.Elements()).ToList();
        azure.ShouldAllBe(e => e.Name.LocalName == "PackageReference");
        var packages = azure.Concat(groups.Where(g => Condition(g) == "'$(UsesAzure)' == 'true'").SelectMany(g => g.Elements("PackageReference"))).Select(Include).ToList();
        OfficialSurface.All.SelectMany(s => s.PackageOf.Values).Select(p => p.Split(" > ")[0]).Distinct(StringComparer.Ordinal).ShouldBeSubsetOf(packages);
        groups.Where(g => g.Elements("ProjectReference").Any() && !Condition(g).Contains("'$(RunsOn)' == 'Local'", StringComparison.Ordinal)).ShouldBeEmpty();

        var versions = XDocument.Load(Repository.File("Directory.Packages.props")).Descendants("PackageVersion").Select(Include).ToList();
        packages.ShouldBeSubsetOf(versions);

        static string Condition(XElement e) => e.Attribute("Condition")?.Value ?? "";
        static string Include(XElement e) => e.Attribute("Include")?.Value ?? "";
    }

    static OfficialSurface Official(string assembly) => OfficialSurface.All.Single(s => s.Assembly == assembly);

    /// <summary>A member of a constructed type as it is declared.</summary>
    static MemberInfo Declaration(MemberInfo member)
    {
        if (member is MethodInfo { IsSpecialName: true } accessor && (accessor.Name.StartsWith("get_", StringComparison.Ordinal) || accessor.Name.StartsWith("set_", StringComparison.Ordinal)))
            return accessor.DeclaringType!.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)
                .First(p => p.GetMethod?.MetadataToken == accessor.MetadataToken || p.SetMethod?.MetadataToken == accessor.MetadataToken);
        return member;
    }

    /// <summary>Every member of a stand-in that the assembly's code or attributes name.</summary>
    static IEnumerable<MemberInfo> Used(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        var module = typeof(FunctionApp).Assembly.ManifestModule;
        var found = new HashSet<MemberInfo>();
        foreach (var handle in metadata.MemberReferences)
        {
            var parent = metadata.GetMemberReference(handle).Parent;
            if (parent.Kind == HandleKind.TypeReference && IsOfStandIn(module.ResolveType(MetadataTokens.GetToken(parent))))
                found.Add(module.ResolveMember(MetadataTokens.GetToken(handle))!);
        }
        foreach (var handle in metadata.TypeReferences)
        {
            var type = module.ResolveType(MetadataTokens.GetToken(handle));
            if (!IsOfStandIn(type)) continue;
            type.IsVisible.ShouldBeTrue(type.FullName);
            type.IsGenericTypeDefinition.ShouldBeFalse($"members of {type.FullName} would escape this test");
        }
        return found;

        static bool IsOfStandIn(Type type) => StandIns.Contains(type.Assembly.GetName().Name);
    }
}
