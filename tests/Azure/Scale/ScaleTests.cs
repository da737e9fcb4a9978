namespace ServerlessIct.Azure.Tests.Scale;

/// <summary>What docs/scale.md says of partitions, by simulation under the published limits.</summary>
public sealed class ScaleTests
{
    [Theory]
    [InlineData(1_000, 86_400, 63)]
    [InlineData(1_000, 0, 63)]
    [InlineData(5_000, 4_320, 1)]
    public void A_load_far_below_the_limits_is_never_refused(int documents, double seconds, int provinces)
    {
        var result = new LoadSimulation(new() { Documents = documents, Seconds = seconds, Provinces = provinces, Workers = 40 }, seed: 1).Run();

        result.Stored.ShouldBe(documents);
        result.Refused.ShouldBe(0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_flood_for_one_province_runs_at_the_speed_of_its_partition_and_loses_nothing(int seed)
    {
        var shape = new LoadShape { Documents = 20_000, Seconds = 0, Provinces = 1 };
        var result = new LoadSimulation(shape, seed).Run();

        result.Poisoned.ShouldBe(0);
        result.Stored.ShouldBe(shape.Documents);
        result.Refused.ShouldBeGreaterThan(0);
        result.PerSecond.ShouldBeInRange(0.6 * TableLimits.OfPartition / shape.Observations, 1.01 * TableLimits.OfPartition / shape.Observations);
    }

    [Fact]
    public void The_same_flood_over_all_provinces_is_bound_by_the_account_and_not_by_a_partition()
    {
        var shape = new LoadShape { Documents = 20_000, Seconds = 0, Provinces = 63 };
        var result = new LoadSimulation(shape, seed: 1).Run();

        result.Stored.ShouldBe(shape.Documents);
        result.PerSecond.ShouldBeInRange(4 * TableLimits.OfPartition / shape.Observations, 1.05 * TableLimits.OfAccount / ScalePage.EntitiesOf(shape));
    }

    [Fact]
    public void Splitting_the_partition_of_a_province_moves_its_limit()
    {
        var one = new LoadSimulation(new() { Documents = 20_000, Seconds = 0, Provinces = 1 }, seed: 1).Run();
        var eight = new LoadSimulation(new() { Documents = 20_000, Seconds = 0, Provinces = 1, PartitionsOfProvince = 8 }, seed: 1).Run();

        eight.PerSecond.ShouldBeGreaterThan(2.5 * one.PerSecond);
        eight.Stored.ShouldBe(20_000);
    }

    [Fact]
    public void With_a_thousand_instances_the_account_is_the_limit()
    {
        var shape = new LoadShape { Documents = 60_000, Seconds = 0, Provinces = 63, Workers = 1_000 * 8 };
        var result = new LoadSimulation(shape, seed: 1).Run();

        result.Refused.ShouldBeGreaterThan(0);
        result.PerSecond.ShouldBeLessThanOrEqualTo(1.05 * TableLimits.OfAccount / ScalePage.EntitiesOf(shape));
    }

    [Fact]
    public void Without_pauses_between_tries_documents_would_be_lost()
    {
        // The counter-proof: a partition that takes less than one document in all the time that the tries last.
        var result = new LoadSimulation(new() { Documents = 3_000, Seconds = 0, Provinces = 1, Observations = 4_000, Workers = 3_000 }, seed: 1).Run();
        result.Poisoned.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_page_says_what_the_simulation_and_the_prices_give()
    {
        var page = ScalePage.Renewed(Repository.Text("docs", "scale.md"));
        if (Environment.GetEnvironmentVariable("WRITE_DOCS") == "1") File.WriteAllText(Repository.File("docs", "scale.md"), page);
        Repository.Text("docs", "scale.md").ShouldBe(page, "docs/scale.md is out of date; docs/settings.md says how to make it again");
    }
}
