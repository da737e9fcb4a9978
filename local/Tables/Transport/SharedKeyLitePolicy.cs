using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Transport;

/// <summary>
/// Signs each attempt with the account's key, with the time of that attempt: a request that is retried minutes later would otherwise be
/// refused as too old. Source: "Authorize with Shared Key", the Shared Key Lite format of the Table service.
/// </summary>
sealed class SharedKeyLitePolicy(TableSharedKeyCredential credential, TimeProvider clock) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var date = clock.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
        message.Request.Headers.SetValue("x-ms-date", date);
        var signature = credential.Signature(date + "\n" + Resource(message.Request.Uri.ToUri()));
        message.Request.Headers.SetValue(HttpHeader.Names.Authorization, $"SharedKeyLite {credential.AccountName}:{signature}");
    }

    // Of the query only comp counts, which none of our requests has.
    string Resource(Uri uri) => $"/{credential.AccountName}{uri.AbsolutePath}";
}
