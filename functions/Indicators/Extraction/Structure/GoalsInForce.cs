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

    /// <summary>Comes to the next sentence.</summary>
    /// <param name="next">Its node.</param>
    /// <param name="turns">Whether it turns to what was done.</param>
    public void Enter(Node next, bool turns)
    {
        var before = paragraph;
        paragraph = next.Parent;
        if (goal is null || paragraph is null) return;
        if (turns || (paragraph != before && !GoesOn(before!, paragraph)))
        {
            // The rest of the paragraph is of what was done too.
            if (turns && paragraph.Kind == goal) paragraph.Kind = new Stated<Kind>(Kind.Actual, goal.First, goal.End);
            (goal, ofPlan) = (null, false);
            return;
        }

        paragraph.Kind ??= goal;
        if (paragraph != before) paragraph.Period ??= before!.Period;
    }

    /// <summary>A sentence sets a goal.</summary>
    public void State(Node sentence, bool ofPlan, Stated<Kind> goal)
    {
        (paragraph, this.goal) = (sentence.Parent, goal);
        this.ofPlan = ofPlan;
    }

    bool GoesOn(Node before, Node next) => ofPlan && (next.Parent == before.Parent || (next.Parent is { Level: NodeLevel.List } list && list.Parent == before.Parent));
}
