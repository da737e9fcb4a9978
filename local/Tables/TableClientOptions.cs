using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Retries, transport and diagnostics of the table clients, and the version of the protocol they speak.</summary>
public class TableClientOptions : ClientOptions
{
    /// <summary>Options for one version of the protocol.</summary>
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06)
    {
        Version = serviceVersion switch
        {
            ServiceVersion.V2019_02_02 => "2019-02-02",
            ServiceVersion.V2020_12_06 => "2020-12-06",
            _ => throw new ArgumentOutOfRangeException(nameof(serviceVersion), serviceVersion, "This version of the protocol is not known."),
        };
        foreach (var parameter in (string[])["$format", "$filter", "$top", "$select"]) Diagnostics.LoggedQueryParameters.Add(parameter);
    }

    /// <summary>The versions of the protocol.</summary>
    public enum ServiceVersion
    {
        /// <summary>2019-02-02.</summary>
        V2019_02_02 = 1,

        /// <summary>2020-12-06.</summary>
        V2020_12_06 = 2,
    }

    internal string Version { get; }
}
