using System.Runtime.InteropServices;

namespace ServerlessIct.Indicators.Extraction.Structure;

/// <summary>What the words around a place say of it.</summary>
enum PlaceStanding : byte
{
    /// <summary>It is spoken of: <c>Tỉnh Lào Cai có 12 trạm</c>, <c>cả nước</c>.</summary>
    Subject,

    /// <summary>The province that is spoken of, without its name: <c>toàn tỉnh</c>, <c>của tỉnh</c>.</summary>
    Province,

    /// <summary>The document's own province, whatever was spoken of: <c>tỉnh ta</c>.</summary>
    Home,

    /// <summary>The country, by the mean of its provinces or by how many they are: <c>63 tỉnh, thành phố</c>.</summary>
    Provinces,

    /// <summary>It is compared with, or named in passing: <c>so với Hà Nội</c>.</summary>
    Beside,

    /// <summary>A ministry surveyed all over the country.</summary>
    Survey,
}

/// <summary>A place that a sentence or heading names or points to.</summary>
/// <param name="First">The first token of its name, with a title before it.</param>
/// <param name="End">One past its last token.</param>
/// <param name="Slug">Its slug; null for the province spoken of.</param>
/// <param name="Standing">What the words around it say of it.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct PlaceMention(int First, int End, string? Slug, PlaceStanding Standing);
