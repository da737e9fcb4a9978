using Microsoft.Azure.Functions.Worker.Builder;

namespace ServerlessIct.Local.Worker.Tests.Support;

/// <summary>What a test hosts.</summary>
sealed record TestApplication(params Type[] Functions)
{
    public string? HostJson { get; init; }

    public string? LocalSettingsJson { get; init; }

    public Dictionary<string, string?> Settings { get; init; } = [];

    public string[] Arguments { get; init; } = [];

    public Seen Seen { get; init; } = new();

    public bool IsWeb { get; init; } = true;

    public Action<FunctionsApplicationBuilder>? Configure { get; init; }

    /// <summary>With an account, a host id that stays with this record, and pauses as short as a test likes them.</summary>
    public TestApplication On(AzuriteFixture azurite) => With(
        ("AzureWebJobsStorage", azurite.ConnectionString),
        ("AzureFunctionsWebHost:hostid", TestHost.NewName("h")),
        ("LocalWorker:BlobScanInterval", "00:00:00.1"),
        ("LocalWorker:BlobRetryDelay", "00:00:00"),
        ("LocalWorker:MessageVisibility", "00:00:02"));

    public TestApplication With(params (string Name, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?>(Settings, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in settings)
            all[name] = value;
        return this with { Settings = all };
    }
}
