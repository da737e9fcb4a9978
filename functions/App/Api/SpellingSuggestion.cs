namespace ServerlessIct.App.Api;

/// <summary>Finds what a mistyped value was meant to be.</summary>
public static class SpellingSuggestion
{
    const int LongestCompared = 100;

    /// <summary>The candidate with the fewest letters to change; null where more than about a third would have to be.</summary>
    public static string? For(string given, IEnumerable<string> candidates)
    {
        if (given.Length > LongestCompared) return null;
        var wanted = Diacritics.Remove(given);
        var (best, distance) = candidates.Select(c => (Candidate: (string?)c, Distance: Distance(wanted, c))).DefaultIfEmpty().MinBy(c => c.Distance);
        return best is not null && distance <= Math.Max(2, best.Length / 3) ? best : null;
    }

    /// <summary>Levenshtein's distance.</summary>
    static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (from[i - 1] == to[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], cost);
            }
        }
        return row[to.Length];
    }
}
