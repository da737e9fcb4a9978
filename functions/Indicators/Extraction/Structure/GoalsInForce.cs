namespace ServerlessIct.Indicators.Extraction.Structure;

/// <summary>
/// States on the tree that goals go on: over the sentences behind the one that sets them, and, where a plan or a resolution sets them, over the
/// paragraphs behind it in its section or list, until the text turns to what was done.
/// </summary>
sealed class GoalsInForce
{
    Node? paragraph;
    Stated<Kind>? goal;
    bool ofPlan;

    /// <summary>Whether the paragraph's kind was stated here only on coming to the present sentence.</summary>
    bool carried;

    /// <summary>Comes to the next sentence.</summary>
    /// <param name="next">Its node.</param>
    /// <param name="turns">Whether it turns to what was done.</param>
    /// <param name="first">Its first token.</param>
    public void Enter(Node next, bool turns, int first)
    {
        var before = paragraph;
        paragraph = next.Parent;
        if (paragraph is null) return;
        if (turns) EndAnnounced(first);
        if (goal is null) return;
        if (turns || (paragraph != before && !GoesOn(before!, paragraph)))
        {
            (goal, ofPlan) = (null, false);
            return;
        }

        carried = paragraph.Kind is null;
        paragraph.Kind ??= goal;
        if (paragraph != before) paragraph.Period ??= before!.Period;
    }

    /// <summary>Goals that the paragraph announced before a sentence end there too.</summary>
    void EndAnnounced(int first)
    {
        if (paragraph!.Kind is { Value: Kind.Target } announced && announced != goal && announced.First < first) paragraph.Kind = new Stated<Kind>(Kind.Actual, first, first + 1);
    }

    /// <summary>The sentence, as its chunks show, turns to what was done.</summary>
    /// <param name="first">Its first token.</param>
    public void Turn(int first)
    {
        if (paragraph is null) return;
        EndAnnounced(first);
        if (goal is null) return;
        if (paragraph.Kind == goal) paragraph.Kind = carried ? null : new Stated<Kind>(Kind.Actual, goal.First, goal.End);
        (goal, ofPlan) = (null, false);
    }

    /// <summary>A sentence sets a goal.</summary>
    public void State(Node sentence, bool ofPlan, Stated<Kind> goal)
    {
        (paragraph, this.goal) = (sentence.Parent, goal);
        this.ofPlan = ofPlan;
    }

    bool GoesOn(Node before, Node next) => ofPlan && (next.Parent == before.Parent || (next.Parent is { Level: NodeLevel.List } list && list.Parent == before.Parent));
}
