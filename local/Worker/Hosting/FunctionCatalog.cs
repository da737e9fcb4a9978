using System.Diagnostics.CodeAnalysis;

namespace ServerlessIct.Local.Worker.Hosting;

/// <summary>The functions of the application. Their names are the same in any case.</summary>
sealed class FunctionCatalog(IReadOnlyList<FunctionDescriptor> functions)
{
    readonly Dictionary<string, FunctionDescriptor> _byId = functions.ToDictionary(f => f.Id, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<FunctionDescriptor> All => functions;

    public bool TryFind(string id, [NotNullWhen(true)] out FunctionDescriptor? function) => _byId.TryGetValue(id, out function);

    public bool TryFindByName(string name, [NotNullWhen(true)] out FunctionDescriptor? function) =>
        TryFind(FunctionDescriptor.IdOf(name), out function);

    /// <summary>The functions with this kind of trigger.</summary>
    public IEnumerable<(FunctionDescriptor Function, T Trigger)> With<T>()
        where T : Binding.Trigger =>
        All.Where(f => f.Trigger is T).Select(f => (f, (T)f.Trigger));
}
