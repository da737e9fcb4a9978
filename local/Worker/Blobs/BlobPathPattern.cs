using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace ServerlessIct.Local.Worker.Blobs;

/// <summary>
/// A path like <c>articles/{province}/{name}.txt</c>: a container and a pattern for blob names. A token takes any text, the earlier
/// ones as much as they can; <c>{{</c> and <c>}}</c> stand for braces. Without a name part every blob of the container fits.
/// </summary>
sealed class BlobPathPattern
{
    readonly Regex? _names;

    BlobPathPattern(string container, string text, string prefix, IReadOnlyList<string> tokens, Regex? names)
    {
        Container = container;
        Text = text;
        Prefix = prefix;
        Tokens = tokens;
        _names = names;
    }

    public string Container { get; }

    /// <summary>The pattern as it was written, settings filled in.</summary>
    public string Text { get; }

    /// <summary>What every name that fits begins with.</summary>
    public string Prefix { get; }

    public IReadOnlyList<string> Tokens { get; }

    public static BlobPathPattern? Parse(string path, Action<string> problem)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var container = slash < 0 ? path : path[..slash];
        if (!IsContainerName(container))
        {
            problem($"'{path}' does not begin with a container; a container has 3 to 63 lower-case letters, digits and single hyphens.");
            return null;
        }

        if (slash < 0 || slash == path.Length - 1)
            return new BlobPathPattern(container, path, "", [], names: null);
        var parts = Parts(path[(slash + 1)..]);
        if (parts is null)
        {
            problem($"'{path}' has a brace that is not part of a {{token}}; write {{{{ or }}}} for a brace in a name.");
            return null;
        }

        return Build(container, path, parts, problem);
    }

    /// <summary>The values of the tokens where the name fits.</summary>
    public bool TryMatch(string blobName, [NotNullWhen(true)] out IReadOnlyDictionary<string, string>? tokens)
    {
        tokens = null;
        if (_names is null)
        {
            tokens = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            return true;
        }

        var match = blobName.StartsWith(Prefix, StringComparison.Ordinal) ? _names.Match(blobName) : Match.Empty;
        if (!match.Success)
            return false;
        tokens = Tokens.Select((token, i) => (token, match.Groups[i + 1].Value)).ToDictionary(StringComparer.OrdinalIgnoreCase);
        return true;
    }

    static BlobPathPattern? Build(string container, string path, List<(bool IsToken, string Text)> parts, Action<string> problem)
    {
        var tokens = parts.Where(part => part.IsToken).Select(part => part.Text).ToList();
        if (tokens.Find(token => token.Length == 0 || !token.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')) is { } odd)
        {
            problem($"'{path}' has the token '{{{odd}}}'; a token is a word of letters, digits and _.");
            return null;
        }

        if (tokens.GroupBy(token => token, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            problem($"'{path}' has the token '{{{twice.Key}}}' twice.");
            return null;
        }

        var pattern = string.Concat(parts.Select(part => part.IsToken ? "(.*)" : Regex.Escape(part.Text)));
        var regex = new Regex($@"\A{pattern}\z", RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.CultureInvariant);
        return new BlobPathPattern(container, path, parts[0].IsToken ? "" : parts[0].Text, tokens, regex);
    }

    /// <summary>Literals and tokens in turn, or null where braces do not pair.</summary>
    static List<(bool IsToken, string Text)>? Parts(string names)
    {
        var parts = new List<(bool, string)>();
        var literal = new StringBuilder();
        for (var i = 0; i < names.Length; i++)
        {
            var c = names[i];
            if (c is '{' or '}' && i + 1 < names.Length && names[i + 1] == c)
            {
                literal.Append(c);
                i++;
            }
            else if (c == '}')
            {
                return null;
            }
            else if (c == '{')
            {
                var end = names.IndexOfAny(['{', '}'], i + 1);
                if (end < 0 || names[end] == '{')
                    return null;
                if (literal.Length > 0)
                    parts.Add((false, literal.ToString()));
                literal.Clear();
                parts.Add((true, names[(i + 1)..end]));
                i = end;
            }
            else
            {
                literal.Append(c);
            }
        }

        if (literal.Length > 0)
            parts.Add((false, literal.ToString()));
        return parts;
    }

    static bool IsContainerName(string name) =>
        name is "$root" or "$web" or "$logs"
        || name.Length is >= 3 and <= 63
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && name[0] != '-' && name[^1] != '-' && !name.Contains("--", StringComparison.Ordinal);
}
