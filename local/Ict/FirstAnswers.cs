namespace ServerlessIct.Local.Ict;

/// <summary>What a user asks first once the samples are in: a series, its change, and the sentence behind a number.</summary>
static class FirstAnswers
{
    const string Data = "api/v1/data?province=soc-trang&indicator=telecom.base_stations&year=2022..2023";
    const string Deltas = "api/v1/deltas?province=soc-trang&indicator=telecom.base_stations&year=2023";
    const string Sentence = "api/v1/observations/soc-trang/telecom.base_stations/2023";

    /// <summary>Whether the series of the samples have been computed.</summary>
    public static async Task<bool> AreThereAsync(AppClient api, CancellationToken stop) =>
        (await api.GetTextAsync(Deltas, stop)).Contains("confirmed", StringComparison.Ordinal);

    /// <summary>Prints the commands, with what they answer where asked for.</summary>
    public static async Task ShowAsync(AppClient api, LocalSystem system, bool withAnswers, Action<string> say, CancellationToken stop)
    {
        var key = system.Keys is { } keys ? $" -H \"x-functions-key: $(cat {Path.Combine(keys.Folder, "default")})\"" : "";
        say(withAnswers ? "" : "Try, once reports are in:");
        foreach (var address in withAnswers ? (string[])[Data, Deltas, Sentence] : [Data, Sentence])
        {
            say($"curl '{new Uri(system.Endpoint, address)}'{key}");
            if (withAnswers) say(await api.GetTextAsync(address, stop) + "\n");
        }
    }
}
