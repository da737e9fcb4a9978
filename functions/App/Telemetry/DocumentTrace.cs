using System.Diagnostics;
using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Telemetry;

/// <summary>
/// One trace a document: its id is the document's id, which has the form of a trace id. Whatever tries to read a document, and however often,
/// is found under it; the run that caused an attempt is linked. No attribute holds text of the document.
/// </summary>
public static class DocumentTrace
{
    /// <summary>The name of the source of activities.</summary>
    public const string SourceName = "ServerlessIct";

    static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins an attempt to bring the tables in line with a document.</summary>
    /// <returns>The activity, to be disposed at the end; null where nobody listens.</returns>
    public static Activity? Begin(string id)
    {
        var trace = new ActivityContext(ActivityTraceId.CreateFromString(id), default, ActivityTraceFlags.Recorded);
        var cause = Activity.Current;
        IEnumerable<ActivityLink> links = cause is null ? [] : [new ActivityLink(cause.Context)];
        return Source.StartActivity("document", ActivityKind.Consumer, trace, [new("ict.document.id", id)], links);
    }

    /// <summary>Begins a step of the current activity.</summary>
    public static Activity? Step(string name) => Source.StartActivity(name);

    /// <summary>Notes what came of the document.</summary>
    public static void Finished(this Activity? attempt, DocumentManifest result)
    {
        attempt?.SetTag("ict.document.status", result.Status.ToString().ToLowerInvariant());
        attempt?.SetTag("ict.document.province", result.Province);
        attempt?.SetTag("ict.document.bytes", result.Bytes);
        attempt?.SetTag("ict.document.observations", result.Observations);
    }

    /// <summary>Notes that the attempt ended by an exception; its message may quote the document and is left out.</summary>
    public static void Failed(this Activity? attempt, Exception fault) => attempt?.SetStatus(ActivityStatusCode.Error, fault.GetType().Name);
}
