namespace Azure.Data.Tables.Transport;

/// <summary>What a storage connection string says about the table service.</summary>
/// <param name="Address">The account's table service.</param>
/// <param name="Key">The account's key, or null when a signature is used.</param>
/// <param name="Signature">A shared access signature, or null when a key is used.</param>
sealed record TableConnectionString(Uri Address, TableSharedKeyCredential? Key, string? Signature)
{
    const string DefaultSuffix = "core.windows.net";

    // The emulator's account, published by Microsoft.
    const string Emulator =
        "AccountName=devstoreaccount1;TableEndpoint=http://127.0.0.1:10002/devstoreaccount1;" +
        "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>Reads a connection string; error messages name its settings but never their values.</summary>
    /// <exception cref="InvalidOperationException">It is not complete, or not well formed.</exception>
    public static TableConnectionString Parse(string connectionString)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        var settings = Settings(connectionString);
        if (string.Equals(settings.GetValueOrDefault("UseDevelopmentStorage"), "true", StringComparison.OrdinalIgnoreCase))
            return settings.ContainsKey("DevelopmentStorageProxyUri")
                ? throw new InvalidOperationException("The connection string has DevelopmentStorageProxyUri; name the TableEndpoint instead.")
                : Parse(Emulator);
        var account = settings.GetValueOrDefault("AccountName");
        var key = settings.GetValueOrDefault("AccountKey");
        var signature = settings.GetValueOrDefault("SharedAccessSignature");
        var address = settings.GetValueOrDefault("TableEndpoint") ?? (account is null
            ? throw new InvalidOperationException("The connection string has neither TableEndpoint nor AccountName.")
            : $"{settings.GetValueOrDefault("DefaultEndpointsProtocol") ?? "https"}://{account}.table.{settings.GetValueOrDefault("EndpointSuffix") ?? DefaultSuffix}");
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
            throw new InvalidOperationException("The connection string's TableEndpoint is not an address.");
        if (key is null && signature is null)
            throw new InvalidOperationException("The connection string has neither AccountKey nor SharedAccessSignature.");
        return new TableConnectionString(uri, key is null ? null : Credential(account, key), key is null ? signature : null);
    }

    static TableSharedKeyCredential Credential(string? account, string key)
    {
        try
        {
            return new TableSharedKeyCredential(account ?? throw new InvalidOperationException("The connection string has AccountKey but no AccountName."), key);
        }
        catch (FormatException error)
        {
            throw new InvalidOperationException("The connection string's AccountKey is not base64.", error);
        }
    }

    static Dictionary<string, string> Settings(string connectionString)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = setting.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !settings.TryAdd(setting[..equals].Trim(), setting[(equals + 1)..].Trim()))
                throw new InvalidOperationException("The connection string is not a list of Name=Value separated by ';', each name once.");
        }
        return settings;
    }
}
