using System.Text.Json;

namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>What places.json says.</summary>
sealed record PlaceData
{
    /// <summary>Other names of provinces, with their slugs; without one what only looks like a name.</summary>
    public required Dictionary<string, string> Names { get; init; }

    /// <summary>The cities with a province's rank.</summary>
    public required HashSet<string> Cities { get; init; }

    /// <summary>The cities in which the nation's bodies sit.</summary>
    public required HashSet<string> Capitals { get; init; }

    /// <summary>Words before a name that say that it is of something smaller than a province, or of a river or a road.</summary>
    public required HashSet<int> Parts { get; init; }

    /// <summary>Words before a place at which something happens.</summary>
    public required HashSet<int> Venues { get; init; }

    public required HashSet<int> Surnames { get; init; }

    /// <summary>Titles of districts and communes.</summary>
    public required HashSet<int> Divisions { get; init; }

    /// <summary>Titles of bodies of a province: <c>Sở Tư pháp</c>.</summary>
    public required HashSet<int> Bodies { get; init; }

    /// <summary>Words that name levels of government, areas and bodies: <c>khối địa phương</c>, <c>cấp xã</c>.</summary>
    public required HashSet<int> Levels { get; init; }

    /// <summary>Words before <c>tỉnh</c> that say that there are many.</summary>
    public required HashSet<int> Plurals { get; init; }

    public required int Province { get; init; }

    public required int Ministry { get; init; }

    /// <summary>The second word of <c>thành phố</c>.</summary>
    public required int City { get; init; }

    /// <summary><c>TP</c>.</summary>
    public required int CityShort { get; init; }

    /// <summary>The word of <c>Hồ Chí Minh</c> by which the name is a person's, where no title of a city stands before it.</summary>
    public required int Person { get; init; }

    /// <summary><c>cấp tỉnh</c>: a level of government, and no province.</summary>
    public required int Level { get; init; }

    /// <summary>The first word of <c>cả nước</c>.</summary>
    public required int All { get; init; }

    /// <summary>The first word of <c>địa phương</c>.</summary>
    public required int Locality { get; init; }

    /// <summary><c>nông thôn mới</c>: a programme, and no part of a province.</summary>
    public required int Reformed { get; init; }

    /// <summary>What stands before a province's name in the web address of its newspaper.</summary>
    public required string NewspaperSite { get; init; }

    /// <summary>The phrases of each <see cref="PlaceWord"/>.</summary>
    public required Dictionary<string, JsonElement> Phrases { get; init; }
}
