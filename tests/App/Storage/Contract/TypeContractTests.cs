using System.Globalization;
using ServerlessIct.App.Storage;
using ServerlessIct.Indicators;
using ServerlessIct.Indicators.Series;
using static System.FormattableString;

namespace ServerlessIct.App.Tests.Storage.Contract;

/// <summary>What is stored comes back as it was, digit by digit.</summary>
[Collection("storage")]
public sealed class TypeContractTests(AzuriteFixture azurite)
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    static readonly DateTimeOffset Moment = new DateTimeOffset(2023, 12, 31, 23, 59, 59, TimeSpan.Zero).AddTicks(1_234_567);

    [Theory]
    [InlineData("0", "VND")]
    [InlineData("-0.50", "%")]
    [InlineData("1422.000", "count")]
    [InlineData("274000000000000", "VND")]
    [InlineData("79228162514264337593543950335", "máy/100 dân's \"hộ\"")]
    [InlineData("-0.0000000000000000000000000001", "điểm %")]
    public async Task A_figure_keeps_its_digits_its_scale_and_its_unit(string digits, string unit)
    {
        await using var app = await TestApp.StartAsync(azurite);
        var (amount, table) = (decimal.Parse(digits, CultureInfo.InvariantCulture), app.Get<ObservationTable>());
        var sample = Samples.Observation(1, text: "Số trạm BTS: 1.422\n(tăng 76 trạm), 'nháy' \"kép\" 𠮷");
        var record = sample with
        {
            ReceivedAt = Moment,
            DocumentPeriod = Period.OfHalf(2023, 1),
            Observation = sample.Observation with
            {
                Value = amount,
                Total = amount,
                Unit = Unit.Of(unit),
                Kind = Kind.Target,
                Qualifier = Qualifier.Estimated,
                Comparisons =
                [
                    new(Basis.Of(Period.OfMonth(2022, 12)), Relation.Change, amount, Unit.Of(unit)),
                    new(Basis.Plan, Relation.Ratio, -amount, Unit.Percent),
                    new(null, Relation.Level, 0.10m, Unit.Times),
                ],
            },
        };
        await table.ReplaceAsync([record], [], Token);

        var read = await table.AllAsync(null, null, null, Token).SingleAsync(Token);

        Samples.Json(read).ShouldBe(Samples.Json(record));
        read.Observation.Value!.Value.ToString(CultureInfo.InvariantCulture).ShouldBe(digits);
    }

    [Theory]
    [InlineData("2023")]
    [InlineData("2023-H1")]
    [InlineData("2023-Q4")]
    [InlineData("2023-M02")]
    [InlineData("2023-9M")]
    [InlineData("2023-11-30")]
    [InlineData("2021/2025")]
    public async Task A_period_of_any_kind_is_part_of_a_key_and_comes_back(string text)
    {
        await using var app = await TestApp.StartAsync(azurite);
        var table = app.Get<ObservationTable>();
        var period = Period.Parse(text);
        var sample = Samples.Observation(1);
        await table.ReplaceAsync([sample with { Observation = sample.Observation with { Period = period } }, Samples.Observation(2, year: 2019)], [], Token);
        await app.Get<SeriesTable>().SubmitAsync(
            [new(Azure.Data.Tables.TableTransactionActionType.Add, SeriesRows.Of(Samples.Point(Samples.Indicator, 2023) with { Period = period }))], Token);

        var read = await table.OfNumberAsync(new SeriesKey(Samples.Province, Samples.Indicator), period, Token).SingleAsync(Token);

        read.Observation.Period.ShouldBe(period);
        (await app.Get<SeriesTable>().QueryAsync(null, null, 2000, 2100, Token).SingleAsync(Token)).Period.ShouldBe(period);
    }

    [Fact]
    public async Task A_figure_that_says_next_to_nothing_comes_back_so()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var sample = Samples.Observation(0);
        var record = sample with
        {
            Province = null,
            Observation = sample.Observation with { Indicator = null, Value = null, Unit = null, Period = null, Province = "ca-mau" },
        };
        await app.Get<ObservationTable>().ReplaceAsync([record], [], Token);

        var read = await app.Get<ObservationTable>().AllAsync(ObservationTable.Unassigned, null, null, Token).SingleAsync(Token);

        Samples.Json(read).ShouldBe(Samples.Json(record));
    }

    [Fact]
    public async Task A_manifest_comes_back_with_all_it_holds_and_twenty_thousand_rows()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var written = Samples.Manifest("sóc trăng/báo cáo 'cuối năm' 2023 🇻🇳.txt") with
        {
            Status = DocumentStatus.Failed,
            Sha256 = new string('a', 64),
            Bytes = 5_000_000_000,
            UploadedAt = Moment,
            UpdatedAt = Moment.AddTicks(1),
            Title = "Tổng kết \"2023\"",
            Province = Samples.Province,
            Period = "2023",
            Source = "https://soctrang.gov.vn/a?b='c'",
            Format = "Html",
            Error = "Không đọc được.",
            Observations = 20_000,
            Notes = [new DocumentNote("Năm 2203 là 2023.", 5, 9, "2203")],
            Settled = false,
            Rows = Enumerable.Range(0, 20_000).Select(i => new RowAddress("ca-mau", TableKey.Join(Samples.Indicator, "2021/2025", DocumentId.Of(Invariant($"{i}"))))).ToHashSet(),
        };
        written = await app.Documents.SaveAsync(written, Token);

        var read = (await app.Documents.FindAsync(written.Id, Token)).ShouldNotBeNull();

        read.Rows.SetEquals(written.Rows).ShouldBeTrue();
        var none = new HashSet<RowAddress>();
        Samples.Json(read with { Rows = none, ETag = default }).ShouldBe(Samples.Json(written with { Rows = none, ETag = default }));
        read.ETag.ShouldBe(written.ETag);
        var listed = await app.Documents.AllAsync(Token).SingleAsync(Token);
        Samples.Json(listed with { ETag = default }).ShouldBe(Samples.Json(read with { Rows = none, Notes = [], ETag = default }));
    }

    [Fact]
    public async Task A_point_and_its_cross_section_come_back_with_their_figures()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var table = app.Get<SeriesTable>();
        var point = Samples.Point(Samples.Indicator, 2023, 29.40m);
        point = point with
        {
            Alternatives = [point.Chosen! with { Value = 29.4m, Label = "tỷ lệ's", Document = "e" }],
            Deltas = [new Delta { Basis = Basis.Of(Period.OfYear(2022)), BasisPeriod = Period.OfYear(2022), BasisValue = 1.10m, Relative = -5.646360m }],
            IsBreak = true,
        };
        PlaceFigure[] figures = [new("ca-mau", 0.0100m, Unit.Of("máy/100 dân"), Qualifier.Over), new("soc-trang", -5m, Unit.Percent)];
        await table.SubmitAsync(
            [
                new(Azure.Data.Tables.TableTransactionActionType.Add, SeriesRows.Of(point)),
                new(Azure.Data.Tables.TableTransactionActionType.Add, SeriesRows.Of(Samples.Indicator, new CrossSection(Period.OfYear(2023), figures))),
            ],
            Token);

        var read = await table.QueryAsync(Samples.Indicator, null, 2023, 2023, Token).SingleAsync(Token);
        var section = (await table.SectionsAsync(Samples.Indicator, 2023, 2023, Token)).Single();

        Samples.Json(read with { Rank = null, RankedAmong = null }).ShouldBe(Samples.Json(point));
        Samples.Json(section.Figures).ShouldBe(Samples.Json(figures));
    }
}
