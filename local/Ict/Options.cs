using System.CommandLine;
using ServerlessIct.Indicators;

namespace ServerlessIct.Local.Ict;

/// <summary>The options that commands on report files share.</summary>
static class Options
{
    public static Option<string?> Province() => new("--province")
    {
        Description = "The slug of the province they report on; else a folder that is named like a province, else the text, says so.",
    };

    public static Option<int?> Year()
    {
        var year = new Option<int?>("--year") { Description = "The year they report on; else the text says so." };
        year.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int?>() is { } number and not (>= Period.FirstYear and <= Period.LastYear))
                given.AddError(FormattableString.Invariant($"--year {number}: a year is a number from {Period.FirstYear} to {Period.LastYear}."));
        });
        return year;
    }
}
