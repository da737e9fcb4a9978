using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace ServerlessIct.Local.Worker.Hosting;

/// <summary>Tells before the first run which service of a function's class nobody registered.</summary>
static class ConstructorCheck
{
    public static void Check(FunctionCatalog functions, IServiceProviderIsService services, StartupProblems problems)
    {
        foreach (var function in functions.All.Where(f => !f.Method.IsStatic))
        {
            var type = function.Method.DeclaringType!;
            var missing = type.GetConstructors().Select(constructor => Missing(constructor, services)).OrderBy(absent => absent.Count).FirstOrDefault();
            if (missing is null)
                problems.Add(function.Name, null, $"{type.Name} has no public constructor.");
            else if (missing.Count > 0)
                problems.Add(function.Name, null, $"the constructor of {type.Name} needs {string.Join(" and ", missing)}, which builder.Services does not have.");
        }
    }

    static List<string> Missing(ConstructorInfo constructor, IServiceProviderIsService services) =>
    [
        .. constructor.GetParameters()
            .Where(p => !p.HasDefaultValue && !services.IsService(p.ParameterType) && p.GetCustomAttribute<FromKeyedServicesAttribute>() is null)
            .Select(p => p.ParameterType.Name),
    ];
}
