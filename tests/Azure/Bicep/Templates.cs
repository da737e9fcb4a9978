using System.Text.Json.Nodes;

namespace ServerlessIct.Azure.Tests.Bicep;

/// <summary>A change of one file under bicep/: the first text, which must be there exactly once, becomes the second.</summary>
sealed record Edit(string File, string From, string To);

/// <summary>The templates under bicep/, compiled, and what they would deploy.</summary>
sealed class Templates
{
    /// <summary>Object id of the operator in <see cref="Private"/>.</summary>
    public const string OperatorId = "11111111-1111-1111-1111-111111111111";

    Templates(string folder, CompilerResult build, Deployment[] deployments)
    {
        Build = build;
        Main = Parse(folder, "main.json");
        Subscription = Parse(folder, "subscription.json");
        AzdParameters = Parse(folder, "main.parameters.json")["parameters"]!.AsObject();
        (Standard, Private, Delivery) = (deployments[0], deployments[1], deployments[2]);
    }

    /// <summary>What the compiler said.</summary>
    public CompilerResult Build { get; }

    /// <summary>main.bicep as an ARM template, with its modules inside.</summary>
    public JsonObject Main { get; }

    /// <summary>subscription.bicep as an ARM template.</summary>
    public JsonObject Subscription { get; }

    /// <summary>What the Azure Developer CLI passes to main.bicep.</summary>
    public JsonObject AzdParameters { get; }

    /// <summary>main.bicep with the defaults of its parameters.</summary>
    public Deployment Standard { get; }

    /// <summary>main.bicep with a private network, an operator, and the placeholder of the worker switched off.</summary>
    public Deployment Private { get; }

    /// <summary>subscription.bicep.</summary>
    public Deployment Delivery { get; }

    /// <summary>Every template: the two by the names of their files, and the modules that are compiled into the first by their symbols.</summary>
    public IEnumerable<(string Name, JsonObject Template)> All =>
    [
        ("main", Main),
        ("subscription", Subscription),
        .. Main["resources"]!.AsObject().Select(m => (m.Key, m.Value!["properties"]!["template"]!.AsObject())),
    ];

    /// <summary>Compiles and evaluates a copy of the folder bicep/ with these changes.</summary>
    public static async Task<Templates> CompileAsync(params IReadOnlyList<Edit> edits)
    {
        using var copy = new BicepFolder(edits);
        // What is broken on purpose would stop at the linter.
        if (edits.Count > 0) File.Delete(Path.Combine(copy.Path, "bicepconfig.json"));
        var build = await BicepCompiler.BuildAsync(copy.Path, "*.bicep");
        if (build.ExitCode != 0) throw new InvalidOperationException($"The templates do not compile: {build.Diagnostics}");
        var deployments = await Task.WhenAll(
            BicepCompiler.PredictAsync(copy.Path, "standard", "main.bicep", Parameters(("environmentName", "'dev'"))),
            BicepCompiler.PredictAsync(copy.Path, "private", "main.bicep", Parameters(
                ("environmentName", "'dev'"), ("usePrivateNetwork", "true"), ("operatorPrincipalId", $"'{OperatorId}'"), ("disableWorkerPlaceholder", "true"))),
            BicepCompiler.PredictAsync(copy.Path, "delivery", "subscription.bicep", Parameters(
                ("appName", "'ict-dev-app'"), ("topicName", "'ict-dev-documents'"), ("storageAccountName", "'ictdevstore'"), ("eventsIdentityId", "'/identities/ict-dev-events'"))));
        return new Templates(copy.Path, build, [.. deployments.Select(d => new Deployment(d))]);
    }

    static Dictionary<string, string> Parameters(params ReadOnlySpan<(string Name, string Value)> values)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values) parameters.Add(name, value);
        return parameters;
    }

    static JsonObject Parse(string folder, string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, file)))!.AsObject();
}
