using ServerlessIct.Azure.Tests.Bicep.Promises;

namespace ServerlessIct.Azure.Tests.Bicep;

/// <summary>Something that the templates must hold to, in a sentence, and how to find where they do not.</summary>
sealed record Promise(string Sentence, Action<Templates, Faults> Check)
{
    /// <summary>All promises, in the order of the way of a deployment.</summary>
    public static IReadOnlyList<Promise> All { get; } = [.. Access.Promises, .. Hosting.Promises, .. Delivery.Promises, .. Watching.Promises, .. Description.Promises];

    /// <summary>Where these templates break the promise of this sentence.</summary>
    public static IReadOnlyList<string> FaultsOf(string sentence, Templates templates)
    {
        var faults = new Faults();
        All.Single(p => p.Sentence == sentence).Check(templates, faults);
        return faults.Found;
    }
}
