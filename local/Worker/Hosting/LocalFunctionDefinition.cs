using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace ServerlessIct.Local.Worker.Hosting;

/// <summary>A function of this host as its middleware sees it.</summary>
sealed class LocalFunctionDefinition(string name, MethodInfo method, string triggerParameter, string triggerKind) : FunctionDefinition
{
    public override ImmutableArray<FunctionParameter> Parameters { get; } =
        [.. method.GetParameters().Select(p => new FunctionParameter(p.Name!, p.ParameterType))];

    public override string PathToAssembly { get; } = method.DeclaringType!.Assembly.Location;

    public override string EntryPoint { get; } = $"{method.DeclaringType!.FullName}.{method.Name}";

    public override string Id { get; } = FunctionDescriptor.IdOf(name);

    public override string Name { get; } = name;

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } =
        ImmutableDictionary<string, BindingMetadata>.Empty.Add(triggerParameter, new Input(triggerParameter, triggerKind));

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings { get; } = ImmutableDictionary<string, BindingMetadata>.Empty;

    sealed class Input(string parameter, string kind) : BindingMetadata
    {
        public override string Name => parameter;

        public override string Type => kind;

        public override BindingDirection Direction => BindingDirection.In;
    }
}
