using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Ingest;
using ServerlessIct.App.Storage;

namespace ServerlessIct.Azure.Tests.Bicep.Promises;

/// <summary>Which events are sent where, and what becomes of those that cannot be delivered.</summary>
static class Delivery
{
    const string Subscriptions = "Microsoft.EventGrid/systemTopics/eventSubscriptions";

    public static IReadOnlyList<Promise> Promises { get; } =
    [
        new("Only events that end an upload into the container of documents are delivered", (templates, faults) =>
        {
            var subscription = templates.Delivery.TheOne(Subscriptions);
            // The slash at the end keeps out containers whose names begin alike.
            faults.Value(subscription, "properties.filter.subjectBeginsWith", $"/blobServices/default/containers/{StorageNames.Articles}/blobs/");
            faults.Members("event types", subscription.List("properties.filter.includedEventTypes"), ["Microsoft.Storage.BlobCreated"]);
            faults.Value(subscription, "properties.filter.advancedFilters.0.key", "data.api");
            faults.Value(subscription, "properties.filter.advancedFilters.0.operatorType", "StringIn");
            faults.Members("operations", subscription.List("properties.filter.advancedFilters.0.values"), ["PutBlob", "PutBlockList", "CopyBlob", "FlushWithClose"]);
        }),
        new("Events go to the webhook of the function that reads documents", (templates, faults) =>
        {
            var function = typeof(IngestDocument).GetMethods().SelectMany(m => m.GetCustomAttributes(typeof(FunctionAttribute), false)).Cast<FunctionAttribute>().Single().Name;
            faults.Contains("the webhook", templates.Delivery.TheOne(Subscriptions).Text("properties.destination.properties.endpointUrl"),
                $"https://{{0}}/runtime/webhooks/blobs?functionName=Host.Functions.{function}&code={{1}}");
        }),
        new("What cannot be delivered is kept by an identity", (templates, faults) =>
        {
            var subscription = templates.Delivery.TheOne(Subscriptions);
            faults.Value(subscription, "properties.deadLetterWithResourceIdentity.identity.type", "UserAssigned");
            faults.Value(subscription, "properties.deadLetterWithResourceIdentity.identity.userAssignedIdentity", "/identities/ict-dev-events");
            faults.Value(subscription, "properties.deadLetterWithResourceIdentity.deadLetterDestination.properties.blobContainerName", "deadletters");
            faults.Members("identities of the topic", templates.Standard.TheOne("Microsoft.EventGrid/systemTopics").Members("identity.userAssignedIdentities").Select(i => i.Key.Split('/')[^1]), ["ict-dev-events"]);
        }),
        // The webhook has no key before the code is there.
        new("The subscription is a second step", (templates, faults) =>
            faults.Members("subscriptions of the first step", templates.Private.Resources.Where(r => r.Type.Contains("eventSubscriptions", StringComparison.OrdinalIgnoreCase)).Select(r => r.Name), [])),
    ];
}
