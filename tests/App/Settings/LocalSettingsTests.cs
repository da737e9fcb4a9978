using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Settings;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Tests.Settings;

/// <summary>The settings with which <c>func start</c> runs the app in its output folder; the build has copied them beside this program too.</summary>
public sealed class LocalSettingsTests
{
    static readonly JsonObject File = JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "local.settings.json")))!.AsObject();

    static readonly IReadOnlyDictionary<string, string> Values =
        File["Values"]!.AsObject().ToDictionary(v => v.Key, v => v.Value!.GetValue<string>(), StringComparer.Ordinal);

    [Fact]
    public void Every_setting_that_a_trigger_names_is_there()
    {
        var named = TriggerSettings().ToHashSet(StringComparer.Ordinal);

        named.ShouldBe(["Storage", "DeltaSchedule", "RebuildSchedule", "BackupSchedule", "SweepSchedule"], ignoreOrder: true);
        named.ShouldBeSubsetOf(Values.Keys);
    }

    [Fact]
    public void No_setting_is_there_that_neither_the_app_nor_the_host_knows() =>
        Values.Keys.ShouldBeSubsetOf(AppSettings.All.Select(s => s.Name).Concat(["AzureWebJobsStorage", "FUNCTIONS_WORKER_RUNTIME"]));

    [Fact]
    public void They_are_those_of_one_machine()
    {
        File["IsEncrypted"]!.GetValue<bool>().ShouldBeFalse();
        (Values["AzureWebJobsStorage"], Values[StorageNames.Connection]).ShouldBe(("UseDevelopmentStorage=true", "UseDevelopmentStorage=true"));
        (Values["FUNCTIONS_WORKER_RUNTIME"], Values["PublicRead"]).ShouldBe(("dotnet-isolated", "true"));
        foreach (var schedule in (AppSetting[])[AppSettings.RebuildSchedule, AppSettings.BackupSchedule, AppSettings.SweepSchedule])
            Values[schedule.Name].ShouldBe(schedule.Usual);
    }

    /// <summary>Connections, and what stands between per cent signs: the host looks both up in its settings.</summary>
    static IEnumerable<string> TriggerSettings() =>
        from method in typeof(FunctionApp).Assembly.GetTypes().SelectMany(t => t.GetMethods())
        where method.GetCustomAttribute<FunctionAttribute>() is not null
        from binding in method.GetParameters().SelectMany(p => p.GetCustomAttributes()).Where(a => a.GetType().Namespace == typeof(FunctionAttribute).Namespace)
        from property in binding.GetType().GetProperties().Where(p => p.PropertyType == typeof(string))
        let value = (string?)property.GetValue(binding)
        where value is not null
        let isReference = value.Length > 2 && value.StartsWith('%') && value.EndsWith('%')
        where isReference || property.Name == "Connection"
        select value.Trim('%');
}
