using System.Reflection;
using Google.Protobuf.Reflection;
using ServerlessIct.Local.Host.Rpc;
using ServerlessIct.Local.Host.Tests.Support;

namespace ServerlessIct.Local.Host.Tests.Rpc;

public sealed class ProtocolTests
{
    /// <summary>What the worker's own package carries: the description that the app under test speaks by.</summary>
    static FileDescriptor Official()
    {
        var assembly = Assembly.LoadFrom(Path.Combine(TestApp.Folder, "Microsoft.Azure.Functions.Worker.Grpc.dll"));
        return assembly.GetTypes()
            .Select(t => t.GetProperty("Descriptor", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(p => p?.PropertyType == typeof(FileDescriptor))
            .Select(p => (FileDescriptor)p!.GetValue(null)!)
            .Single(d => d.Services.Any(s => s.Name == "FunctionRpc"));
    }

    [Fact]
    public void Every_message_is_part_of_the_official_protocol()
    {
        var official = Official();
        var known = Messages(official).Concat(official.Dependencies.SelectMany(Messages)).ToDictionary(m => m.FullName, StringComparer.Ordinal);
        var own = Messages(FunctionRpcReflection.Descriptor).ToList();

        own.Count.ShouldBeGreaterThan(20);
        own.SelectMany(m => known.TryGetValue(m.FullName, out var like) ? Differences(m, like) : [$"{m.FullName} is not there"]).ShouldBeEmpty();
    }

    [Fact]
    public void Every_enumeration_has_the_official_numbers()
    {
        var known = Messages(Official()).SelectMany(m => m.EnumTypes).ToDictionary(e => e.FullName, Values, StringComparer.Ordinal);
        var own = Messages(FunctionRpcReflection.Descriptor).SelectMany(m => m.EnumTypes).ToList();

        own.Count.ShouldBeGreaterThan(4);
        foreach (var type in own) Values(type).ShouldBeSubsetOf(known[type.FullName], type.FullName);

        static List<string> Values(EnumDescriptor type) => [.. type.Values.Select(v => FormattableString.Invariant($"{v.Name} = {v.Number}"))];
    }

    [Fact]
    public void The_service_is_the_official_one()
    {
        var (own, official) = (FunctionRpcReflection.Descriptor.Services.Single(), Official().Services.Single());

        own.FullName.ShouldBe(official.FullName);
        own.Methods.Select(Signature).ShouldBe(official.Methods.Select(Signature));

        static string Signature(MethodDescriptor m) => $"{m.Name} {m.InputType.FullName} {m.OutputType.FullName} {m.IsClientStreaming} {m.IsServerStreaming}";
    }

    static IEnumerable<MessageDescriptor> Messages(FileDescriptor file) => file.MessageTypes.SelectMany(WithNested);

    static IEnumerable<MessageDescriptor> WithNested(MessageDescriptor message) => message.NestedTypes.SelectMany(WithNested).Prepend(message);

    static IEnumerable<string> Differences(MessageDescriptor own, MessageDescriptor official) =>
        from field in own.Fields.InDeclarationOrder()
        let like = official.FindFieldByName(field.Name)
        where like is null || Signature(field) != Signature(like)
        select $"{field.FullName}: {Signature(field)} is {(like is null ? "not there" : Signature(like))}";

    static string Signature(FieldDescriptor f)
    {
        var type = f.FieldType == FieldType.Message ? f.MessageType.FullName : f.FieldType == FieldType.Enum ? f.EnumType.FullName : "";
        return FormattableString.Invariant(
            $"{f.FieldNumber} {f.FieldType} repeated={f.IsRepeated} map={f.IsMap} packed={f.IsPacked} presence={f.HasPresence} oneof={f.RealContainingOneof?.Name} type={type}");
    }
}
