using System.Text.Json;

namespace ServerlessIct.App.Api;

/// <summary>The words that values of enumerations are written as, in parameters and cells as in JSON.</summary>
static class Words
{
    /// <summary>The word of a value.</summary>
    public static string Of<T>(T value) where T : struct, Enum => Of(value.ToString());

    /// <summary>The word of a value; null for none.</summary>
    public static string? Of<T>(T? value) where T : struct, Enum => value is { } known ? Of(known) : null;

    /// <summary>The words of all values, in their order.</summary>
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => [.. Enum.GetNames<T>().Select(Of)];

    static string Of(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
