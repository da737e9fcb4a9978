using System.Globalization;
using FsCheck;

namespace ServerlessIct;

/// <summary>
/// How many cases a property is tried with. They are the same in every run, so that a run says something of the change and not of its luck;
/// <c>PROPERTY_CASES=100000</c> in the environment tries that many new ones.
/// </summary>
static class Thoroughness
{
    public static Config Of(int cases) =>
        int.TryParse(Environment.GetEnvironmentVariable("PROPERTY_CASES"), CultureInfo.InvariantCulture, out var wanted)
            ? Config.QuickThrowOnFailure.WithMaxTest(wanted)
            : Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(2026, 1945);
}
