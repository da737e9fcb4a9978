using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Azure;
using Microsoft.Extensions.Configuration;

namespace ServerlessIct.Local.Host.Triggers;

/// <summary>
/// The official listeners take messages for ten minutes at a time, so after a crash they come back no sooner. For tests that is shortened in the
/// requests of their clients.
/// </summary>
sealed class MessageVisibility(AzureComponentFactory inner, TimeSpan visibility) : AzureComponentFactory
{
    public override TokenCredential CreateTokenCredential(IConfiguration configuration) => inner.CreateTokenCredential(configuration);

    public override object CreateClientOptions(Type optionsType, object serviceVersion, IConfiguration configuration) =>
        inner.CreateClientOptions(optionsType, serviceVersion, configuration);

    public override object CreateClient(Type clientType, IConfiguration configuration, TokenCredential credential, object clientOptions)
    {
        if (clientOptions is ClientOptions options) options.AddPolicy(new Policy(visibility), HttpPipelinePosition.PerCall);
        return inner.CreateClient(clientType, configuration, credential, clientOptions);
    }

    sealed class Policy(TimeSpan visibility) : HttpPipelineSynchronousPolicy
    {
        const string TenMinutes = "visibilitytimeout=600";
        readonly string shortened = FormattableString.Invariant($"visibilitytimeout={visibility.TotalSeconds}");

        public override void OnSendingRequest(HttpMessage message)
        {
            var uri = message.Request.Uri;
            if (uri.Query.Contains(TenMinutes, StringComparison.Ordinal)) uri.Query = uri.Query.Replace(TenMinutes, shortened, StringComparison.Ordinal);
        }
    }
}
