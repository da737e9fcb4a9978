using ServerlessIct.Indicators.Extraction.LanguageData;
using ServerlessIct.Indicators.Extraction.Quantities;

namespace ServerlessIct.Indicators.Extraction.Structure;

/// <summary>
/// A node of the document tree. It may state the place or a part of it, the period, the kind, the topic and the basis of the figures in it;
/// what it does not state, the nearest node above it that does states for it.
/// </summary>
sealed class Node
{
    /// <summary>The node around it; null for the document.</summary>
    public Node? Parent { get; private set; }

    /// <summary>How large a part of the document it is.</summary>
    public NodeLevel Level { get; private set; }

    /// <summary>The slug of the place.</summary>
    public Stated<string>? Place { get; set; }

    /// <summary>The name of a district or a commune, of which the figures are that name no other place.</summary>
    public Stated<string>? Part { get; set; }

    /// <summary>The period.</summary>
    public Stated<Period>? Period { get; set; }

    /// <summary>Whether figures are reached or wanted.</summary>
    public Stated<Kind>? Kind { get; set; }

    /// <summary>The words by which a heading says that what follows is to be done: of later times it is wanted, of others it may be told as it is.</summary>
    public Stated<bool>? Tasks { get; set; }

    /// <summary>The cue terms of a heading or lead: figures whose own words name nothing are of these.</summary>
    public Stated<IReadOnlyList<TermHit>>? Topic { get; set; }

    /// <summary>What changes are compared with.</summary>
    public Stated<BasisMention>? Basis { get; set; }

    /// <summary>Makes this another node, which states nothing as yet.</summary>
    public Node Begin(Node? parent, NodeLevel level)
    {
        (Parent, Level) = (parent, level);
        (Place, Part, Period, Kind, Tasks, Topic, Basis) = (null, null, null, null, null, null, null);
        return this;
    }

    /// <summary>What is in force here: the statement of the nearest node, from this one outwards, that makes one.</summary>
    /// <param name="of">Which statement.</param>
    public Stated<T>? InForce<T>(Func<Node, Stated<T>?> of)
    {
        for (var node = this; node is not null; node = node.Parent)
            if (of(node) is { } stated) return stated;
        return null;
    }
}
