using System.Diagnostics;
using System.Globalization;
using System.Text;
using ServerlessIct.Indicators.Extraction;
using ServerlessIct.Scoring;

namespace ServerlessIct.Indicators.Tests.Corpus;

/// <summary>The scorer and the script beside the repository, which was written apart from it, count the same.</summary>
public class ScorerAgreementTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("dev2")]
    [InlineData("dev3")]
    public void Both_scorers_count_the_same(string set)
    {
        var folder = LabelledFolders.Beside(set);
        Assert.SkipUnless(folder is not null, $"../shared/gold/{set} is not beside the repository; there is no other scorer to compare with.");
        var texts = LabelledText.Load(folder);
        // Read as the app does, and worse: each way makes faults of its own.
        Agree(folder, texts, [.. texts.Select(t => Extractor.Read(t.Text, DocumentHints.None))]);
        Agree(folder, texts, [.. texts.Select(t => Extractor.Read(t.Text, new DocumentHints(Province: "ca-mau", Year: 2022)))]);
        Agree(folder, texts, [.. texts.Select(t => Worse(Extractor.Read(t.Text, DocumentHints.None)))]);
    }

    /// <summary>Every third observation lost, every fourth told again, every fifth of another kind.</summary>
    static ExtractionResult Worse(ExtractionResult reading)
    {
        var observations = new List<Observation>();
        for (var i = 0; i < reading.Observations.Count; i++)
        {
            var observation = reading.Observations[i];
            if (i % 3 == 0) continue;
            if (i % 4 == 0) observations.Add(observation);
            observations.Add(i % 5 == 0 ? observation with { Kind = Kind.Target } : observation);
        }

        return reading with { Observations = observations };
    }

    static void Agree(string folder, IReadOnlyList<LabelledText> texts, List<ExtractionResult> readings)
    {
        var lines = Script(folder, texts, readings);
        var scores = texts.Select((t, i) => t.Score(readings[i])).ToList();
        for (var i = 0; i < texts.Count; i++)
        {
            var name = texts[i].Name + ".txt";
            Counted(lines, $"facts {name}").ShouldBe(scores[i].Facts.Counts, name);
            Counted(lines, $"comparisons {name}").ShouldBe(scores[i].Comparisons.Counts, name);
            Counted(lines, $"quantities {name}").ShouldBe(scores[i].Quantities.Counts, name);
        }

        var total = new TotalScore(scores);
        ShouldBe(lines["facts"], total.Facts, total.MeanFacts);
        ShouldBe(lines["comparisons"], total.Comparisons, total.MeanComparisons);
        ShouldBe(lines["quantities"], total.Quantities, total.MeanQuantities);
        lines["provinces"].ShouldStartWith(FormattableString.Invariant($"{total.RightPlaces}/{texts.Count} right"));
    }

    /// <summary>What the script counts for a text; it is silent where there is nothing to count.</summary>
    static Counts Counted(Dictionary<string, string> lines, string key)
    {
        if (!lines.TryGetValue(key, out var line)) return default;
        var counts = line.Split('(', ')')[1].Split('/').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToList();
        return new Counts(counts[0], counts[1], counts[2]);
    }

    /// <summary><c>precision 0.9 recall 0.9 F1 0.9 (9 right, 1 missed, 1 false) mean over texts 0.9</c>: counts to the last, shares to three digits.</summary>
    static void ShouldBe(string line, Counts counts, double mean)
    {
        line.ShouldContain(FormattableString.Invariant($"({counts.Right} right, {counts.Missed} missed, {counts.False} false)"));
        var words = line.Split(' ');
        Number(words[5]).ShouldBe(counts.F1, 0.00051);
        Number(words[^1]).ShouldBe(mean, 0.00051);
    }

    static double Number(string written) => double.Parse(written, CultureInfo.InvariantCulture);

    /// <summary>The lines of the script by what they are about.</summary>
    static Dictionary<string, string> Script(string folder, IReadOnlyList<LabelledText> texts, List<ExtractionResult> readings)
    {
        var predictions = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(predictions, texts.Select((t, i) => ExtractionJson.Line(t.Name + ".txt", readings[i])));
            return Run(Path.Combine(folder, "..", "score.mjs"), folder, predictions).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToDictionary(KeyOf, l => l[(KeyOf(l).Length + 1)..], StringComparer.Ordinal);
        }
        finally
        {
            File.Delete(predictions);
        }
    }

    static string KeyOf(string line)
    {
        var words = line.Split(' ');
        return words[1].EndsWith(".txt", StringComparison.Ordinal) ? $"{words[0]} {words[1]}" : words[0];
    }

    static string Run(string script, string folder, string predictions)
    {
        var start = new ProcessStartInfo("node", [script, folder, predictions, "--texts"]) { UseShellExecute = false, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.ShouldBe(0);
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("There is no node, with which the other scorer runs.");
            throw;
        }
    }
}
