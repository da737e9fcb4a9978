using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Transport;

/// <summary>Adds the shared access signature to each attempt; a signature renewed between two attempts takes the old one's place.</summary>
sealed class SignaturePolicy(AzureSasCredential credential) : HttpPipelineSynchronousPolicy
{
    const string QueryWithoutSignature = nameof(SignaturePolicy);

    public override void OnSendingRequest(HttpMessage message)
    {
        if (!message.TryGetProperty(QueryWithoutSignature, out var kept))
            message.SetProperty(QueryWithoutSignature, kept = message.Request.Uri.Query);
        var query = ((string?)kept)?.TrimStart('?');
        var signature = credential.Signature.TrimStart('?');
        message.Request.Uri.Query = string.IsNullOrEmpty(query) ? signature : $"{query}&{signature}";
    }
}
