using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Ingest;
using ServerlessIct.App.Storage;
using ServerlessIct.Local.Azurite;

namespace ServerlessIct.Azure.Tests.Bicep;

/// <summary>The promises of the templates: no keys, least rights, the right events, the limits of the plan, every parameter described and used.</summary>
public sealed class BicepTests(BicepFiles bicep)
{
    static readonly Dictionary<string, string> RoleIds = new(StringComparer.Ordinal)
    {
        ["blobDataOwner"] = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
        ["blobDataContributor"] = "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
        ["queueDataContributor"] = "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
        ["tableDataContributor"] = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
        ["tableDataReader"] = "76199698-9eea-4c19-bc75-cec21354c6b6",
        ["monitoringMetricsPublisher"] = "3913510d-42f4-4e42-8a64-420c390055eb",
    };

    public static TheoryData<string> Files => [.. BicepFiles.Paths.Select(p => Path.GetFileNameWithoutExtension(p))];

    JsonObject Account => Properties("Microsoft.Storage/storageAccounts");

    JsonObject Delivery => Properties("Microsoft.EventGrid/systemTopics/eventSubscriptions");

    JsonObject Site => Properties("Microsoft.Web/sites");

    JsonObject Settings => bicep.All["functionapp"]["variables"]!["settings"]!.AsObject();

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_has_no_error_of_syntax(string file) => bicep.All[file]["errors"]!.AsArray().ShouldBeEmpty();

    [Fact]
    public async Task A_file_with_an_error_is_seen_to_have_one()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.bicep");
        await File.WriteAllTextAsync(path, "param name string =\nresource a 'X/y@1' = {\n  name 'a'\n}\n", TestContext.Current.CancellationToken);
        try
        {
            var npm = await NpmFolder.InstalledAsync("tests/Azure/npm", "the reader of Bicep files for the tests", null, CancellationToken.None);
            (await BicepFiles.DeclarationsAsync(npm, path)).Single()["errors"]!.AsArray().ShouldNotBeEmpty();
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_parameter_is_described_and_used(string file)
    {
        foreach (var (name, parameter) in bicep.All[file]["parameters"]!.AsObject())
        {
            Text(parameter!["description"]).ShouldNotBeNullOrWhiteSpace($"{file}: {name} has no description");
            parameter["uses"]!.GetValue<int>().ShouldBeGreaterThan(0, $"{file}: {name} is not used");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_number_has_limits_and_every_output_a_description(string file)
    {
        foreach (var (name, parameter) in bicep.All[file]["parameters"]!.AsObject().Where(p => Text(p.Value!["type"]) == "int"))
            (parameter!["allowed"] is not null || (parameter["minValue"] is not null && parameter["maxValue"] is not null))
                .ShouldBeTrue($"{file}: {name} has no limits");
        foreach (var (name, output) in bicep.All[file]["outputs"]!.AsObject())
            Text(output!["description"]).ShouldNotBeNullOrWhiteSpace($"{file}: the output {name} has no description");
    }

    [Fact]
    public void Every_module_gets_exactly_the_parameters_it_declares()
    {
        foreach (var module in bicep.All["main"]["modules"]!.AsArray())
        {
            var name = Path.GetFileNameWithoutExtension(Text(module!["type"]));
            var declared = bicep.All[name]["parameters"]!.AsObject();
            var given = module["body"]!["params"]!.AsObject().Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
            given.ShouldBeSubsetOf(declared.Select(p => p.Key));
            declared.Where(p => !p.Value!["optional"]!.GetValue<bool>()).Select(p => p.Key).ShouldBeSubsetOf(given);
        }
    }

    [Fact]
    public void Every_output_of_a_module_that_is_asked_for_exists()
    {
        var modules = bicep.All["main"]["modules"]!.AsArray().ToDictionary(m => Text(m!["symbol"]), m => Path.GetFileNameWithoutExtension(Text(m!["type"])), StringComparer.Ordinal);
        foreach (Match use in Regex.Matches(Text(bicep.All["main"]["text"]), @"\b(\w+)!?\.outputs\.(\w+)", RegexOptions.None, TimeSpan.FromSeconds(1)))
            bicep.All[modules[use.Groups[1].Value]]["outputs"]!.AsObject().ContainsKey(use.Groups[2].Value).ShouldBeTrue(use.Value);
    }

    [Fact]
    public void Nobody_has_a_key_to_the_storage_and_nobody_reads_it_without_signing_in()
    {
        Account["allowSharedKeyAccess"]!.GetValue<bool>().ShouldBeFalse();
        Account["allowBlobPublicAccess"]!.GetValue<bool>().ShouldBeFalse();
        Account["defaultToOAuthAuthentication"]!.GetValue<bool>().ShouldBeTrue();
        Properties("Microsoft.Storage/storageAccounts/blobServices/containers")["publicAccess"]!.GetValue<string>().ShouldBe("None");
    }

    [Fact]
    public void No_template_reads_a_key_but_that_of_the_webhook()
    {
        foreach (var (name, file) in bicep.All)
        {
            var keys = Regex.Matches(Text(file["text"]), @"list(Keys|AccountSas|ServiceSas|Secrets)\s*\([^\n]*", RegexOptions.None, TimeSpan.FromSeconds(1));
            if (name == "subscription") keys.ShouldHaveSingleItem().Value.ShouldContain("systemKeys.blobs_extension");
            else keys.ShouldBeEmpty(name);
            Text(file["text"]).ShouldNotContain("AccountKey", Case.Insensitive, name);
            file["outputs"]!.AsObject().ShouldAllBe(o => !o.Value!["value"]!.ToJsonString(null).Contains("ey", StringComparison.Ordinal) || !o.Key.Contains("key", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void Only_https_and_tls_1_2_or_newer_are_spoken()
    {
        Account["supportsHttpsTrafficOnly"]!.GetValue<bool>().ShouldBeTrue();
        Account["minimumTlsVersion"]!.GetValue<string>().ShouldBe("TLS1_2");
        Site["httpsOnly"]!.GetValue<bool>().ShouldBeTrue();
        Site["siteConfig"]!["minTlsVersion"]!.GetValue<string>().ShouldBe("1.2");
        Site["siteConfig"]!["scmMinTlsVersion"]!.GetValue<string>().ShouldBe("1.2");
        Site["siteConfig"]!["ftpsState"]!.GetValue<string>().ShouldBe("Disabled");
        bicep.Of("basicPublishingCredentialsPolicies").Select(p => (Text(p.Resource["body"]!["name"]), p.Resource["body"]!["properties"]!["allow"]!.GetValue<bool>()))
            .ShouldBe([("ftp", false), ("scm", false)], ignoreOrder: true);
    }

    [Fact]
    public void Telemetry_is_taken_from_identities_only() =>
        Properties("Microsoft.Insights/components")["DisableLocalAuth"]!.GetValue<bool>().ShouldBeTrue();

    [Fact]
    public void Roles_are_named_by_the_ids_that_Azure_publishes()
    {
        foreach (var file in bicep.All.Values)
            foreach (var (name, value) in file["variables"]!.AsObject().Where(v => RoleIds.ContainsKey(v.Key)))
                Text(value).ShouldBe(RoleIds[name]);
        var ids = bicep.All.Values.SelectMany(f => Regex.Matches(Text(f["text"]), "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.None, TimeSpan.FromSeconds(1))).Select(m => m.Value);
        ids.ShouldBeSubsetOf(RoleIds.Values);
    }

    [Fact]
    public void Each_identity_has_these_roles_and_no_other()
    {
        var roles = bicep.Of("Microsoft.Authorization/roleAssignments").Select(a =>
        {
            var body = a.Resource["body"]!.AsObject();
            var properties = body["properties"]!;
            var loop = a.Resource["loop"] is JsonValue l ? Regex.Match(l.GetValue<string>(), @"\[([\w, ]+)\]", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value : null;
            var role = loop ?? Regex.Match(Text(properties["roleDefinitionId"]), @", (\w+)\)$", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
            return $"{Text(properties["principalId"])} on {Text(body["scope"])}: {role}";
        });
        roles.ShouldBe(
            [
                "appPrincipalId on account: blobDataOwner, queueDataContributor, tableDataContributor",
                "eventsPrincipalId on container[3]: blobDataContributor",
                "operatorPrincipalId on container[0]: blobDataContributor",
                "operatorPrincipalId on account: tableDataReader",
                "senderPrincipalId on insights: monitoringMetricsPublisher",
            ],
            ignoreOrder: true);
        var containers = Containers();
        containers[3].ShouldBe("deadletters");
        containers[0].ShouldBe(StorageNames.Articles);
        containers[5].ShouldBe("deployments");
    }

    [Fact]
    public void What_the_app_stores_into_is_created()
    {
        Containers().ShouldContain(StorageNames.Articles);
        new[] { StorageNames.Articles, StorageNames.Texts, StorageNames.Rejected, StorageNames.Backups }.ShouldBeSubsetOf(Containers());
        StorageSetup.Tables.ShouldBeSubsetOf(List("storage", "tables"), "a table of StorageSetup is missing from `tables` in bicep/modules/storage.bicep");
        List("storage", "queues").ShouldBe(StorageSetup.Queues, ignoreOrder: true);
    }

    [Fact]
    public void Only_events_that_end_an_upload_into_the_container_of_documents_are_delivered()
    {
        var filter = Delivery["filter"]!;
        Text(filter["subjectBeginsWith"]).ShouldBe($"/blobServices/default/containers/{StorageNames.Articles}/blobs/");
        Strings(filter["includedEventTypes"]).ShouldBe(["Microsoft.Storage.BlobCreated"]);
        var advanced = filter["advancedFilters"]!.AsArray().ShouldHaveSingleItem()!;
        Text(advanced["key"]).ShouldBe("data.api");
        Text(advanced["operatorType"]).ShouldBe("StringIn");
        Strings(advanced["values"]).ShouldBe(["PutBlob", "PutBlockList", "CopyBlob", "FlushWithClose"], ignoreOrder: true);
    }

    [Fact]
    public void Events_go_to_the_webhook_of_the_function_that_the_app_has()
    {
        var function = typeof(IngestDocument).GetMethods().SelectMany(m => m.GetCustomAttributes(typeof(FunctionAttribute), false)).Cast<FunctionAttribute>().Single().Name;
        Text(Delivery["destination"]!["properties"]!["endpointUrl"])
            .ShouldContain($"/runtime/webhooks/blobs?functionName=Host.Functions.{function}&code=${{key}}");
    }

    [Fact]
    public void What_cannot_be_delivered_is_kept_by_an_identity()
    {
        var deadLetter = Delivery["deadLetterWithResourceIdentity"]!;
        Text(deadLetter["identity"]!["type"]).ShouldBe("UserAssigned");
        Text(deadLetter["deadLetterDestination"]!["properties"]!["blobContainerName"]).ShouldBe("deadletters");
        Delivery.ContainsKey("deadLetterDestination").ShouldBeFalse();
        Containers().ShouldContain("deadletters");
    }

    [Fact]
    public void The_subscription_is_a_second_step() => bicep.All["main"]["text"]!.GetValue<string>().ShouldNotContain("eventSubscriptions");

    [Fact]
    public void The_plan_is_Flex_Consumption_with_the_isolated_worker_of_dotnet_10()
    {
        var plan = bicep.TheOne("Microsoft.Web/serverfarms");
        Text(plan["sku"]!["name"]).ShouldBe("FC1");
        Text(plan["sku"]!["tier"]).ShouldBe("FlexConsumption");
        plan["properties"]!["reserved"]!.GetValue<bool>().ShouldBeTrue();
        var config = Site["functionAppConfig"]!;
        Text(config["runtime"]!["name"]).ShouldBe("dotnet-isolated");
        Text(config["runtime"]!["version"]).ShouldBe("10.0");
        Text(config["deployment"]!["storage"]!["authentication"]!["type"]).ShouldBe("UserAssignedIdentity");
        Site["siteConfig"]!["alwaysOn"]!.GetValue<bool>().ShouldBeFalse();
        Settings.ContainsKey("FUNCTIONS_WORKER_RUNTIME").ShouldBeFalse("Flex Consumption refuses this setting");
    }

    [Fact]
    public void The_limits_of_the_plan_are_the_limits_of_the_parameters()
    {
        var parameters = bicep.All["main"]["parameters"]!;
        parameters["instanceMemoryMB"]!["allowed"]!.AsArray().Select(v => v!.GetValue<int>()).ShouldBe([512, 2048, 4096]);
        (parameters["maximumInstanceCount"]!["minValue"]!.GetValue<int>(), parameters["maximumInstanceCount"]!["maxValue"]!.GetValue<int>()).ShouldBe((40, 1000));
        parameters["maxDocumentBytes"]!["default"]!.GetValue<int>().ShouldBe(IngestLimits.Default.MaxDocumentBytes);
    }

    [Theory]
    [InlineData("AzureWebJobsStorage")]
    [InlineData(StorageNames.Connection)]
    public void A_connection_is_three_addresses_and_an_identity(string connection)
    {
        var own = Settings.Where(s => s.Key.StartsWith(connection + "__", StringComparison.Ordinal)).Select(s => s.Key[(connection.Length + 2)..]);
        own.ShouldBe(["credential", "clientId", "blobServiceUri", "queueServiceUri", "tableServiceUri"], ignoreOrder: true);
        Text(Settings[$"{connection}__credential"]).ShouldBe("managedidentity");
        Settings.ContainsKey(connection).ShouldBeFalse("a connection string would hold a key");
    }

    [Fact]
    public void Application_Insights_is_told_which_identity_sends() =>
        Text(Settings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"]).ShouldBe("'Authorization=AAD;ClientId=${identityClientId}'");

    [Fact]
    public void Every_schedule_that_a_trigger_names_is_a_setting()
    {
        var schedules = typeof(IngestDocument).Assembly.GetTypes().SelectMany(t => t.GetMethods()).SelectMany(m => m.GetParameters())
            .SelectMany(p => p.GetCustomAttributes(typeof(TimerTriggerAttribute), false)).Cast<TimerTriggerAttribute>().Select(t => t.Schedule.Trim('%')).ToList();
        schedules.ShouldNotBeEmpty();
        schedules.ShouldBeSubsetOf(Settings.Select(s => s.Key));
    }

    [Fact]
    public void The_subnet_of_the_app_is_delegated_to_the_plan()
    {
        var subnets = Properties("Microsoft.Network/virtualNetworks")["subnets"]!.AsArray();
        Text(subnets[0]!["properties"]!["delegations"]![0]!["properties"]!["serviceName"]).ShouldBe("Microsoft.App/environments");
        List("network", "services").ShouldBe(["blob", "queue", "table"]);
        Text(Account["networkAcls"]!["defaultAction"]).ShouldBe("isPrivate ? 'Deny' : 'Allow'");
        Text(Account["networkAcls"]!["bypass"]).ShouldBe("AzureServices");
    }

    JsonObject Properties(string type) => bicep.TheOne(type)["properties"]!.AsObject();

    IReadOnlyList<string> Containers() => List("storage", "containers");

    IReadOnlyList<string> List(string file, string variable) => Strings(bicep.All[file]["variables"]![variable]);

    static IReadOnlyList<string> Strings(JsonNode? list) => [.. list!.AsArray().Select(Text)];

    /// <summary>A literal as it is, an expression as it is written.</summary>
    static string Text(JsonNode? node) => BicepFiles.Text(node);
}
